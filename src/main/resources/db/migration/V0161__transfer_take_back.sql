-- The bank takes back what it had told: the line that says so names the line that it takes back, each once.
ALTER TABLE transfer.line ADD takes_back uuid REFERENCES transfer.line;
CREATE UNIQUE INDEX line_taken_back_once ON transfer.line (takes_back) WHERE takes_back IS NOT NULL;
-- As the debtor called the payment: what takes it back repeats it.
ALTER TABLE transfer.line ADD end_to_end text;
CREATE INDEX line_of_amount ON transfer.line (amount_cents, booked_on) WHERE kind = 'TRANSFER';
