-- The day on which the bank took money back that tenants had seen: they read so for a while.
ALTER TABLE account.coming_payment ADD taken_back_on date;
CREATE INDEX coming_payment_taken_back ON account.coming_payment (lease_number) WHERE taken_back_on IS NOT NULL;
