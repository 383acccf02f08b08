-- The file that goes to the bank; once written, the same bytes for ever. It holds IBANs: sealed.
CREATE TABLE debit.bank_file (
    id             uuid PRIMARY KEY,
    number         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    due_on         date        NOT NULL,
    version        text        NOT NULL,
    message_id     text COLLATE "C" NOT NULL UNIQUE,
    made_at        timestamptz NOT NULL,
    made_by        uuid        NOT NULL,
    made_by_name   text        NOT NULL, -- as it was then
    transactions   int         NOT NULL,
    sum_cents      bigint      NOT NULL,
    sha256         text        NOT NULL,
    content_sealed bytea       NOT NULL,
    agencies       text[]      NOT NULL
);
CREATE INDEX ON debit.bank_file (due_on);

CREATE TABLE debit.collection (
    id              uuid PRIMARY KEY,
    mandate_id      uuid        NOT NULL REFERENCES debit.mandate,
    lease_number    text COLLATE "C" NOT NULL,
    notice_id       text COLLATE "C" NOT NULL,
    agency_code     text COLLATE "C",
    reference       text COLLATE "C" NOT NULL UNIQUE CHECK (length(reference) <= 35), -- EndToEndId
    amount_cents    bigint      NOT NULL CHECK (amount_cents > 0),
    due_on          date        NOT NULL, -- the day on which it leaves the tenant's bank
    announced_at    timestamptz NOT NULL,
    state           text        NOT NULL CHECK (state IN ('ANNOUNCED', 'LEFT_OUT', 'SENT', 'RETURNED')),
    sequence        text,
    bank_account_id uuid REFERENCES debit.bank_account,
    file_id         uuid REFERENCES debit.bank_file,
    block           text COLLATE "C", -- PmtInfId: a bank may refuse a whole block
    UNIQUE (lease_number, notice_id)  -- a notice is collected once, whatever comes
);
CREATE INDEX ON debit.collection (due_on) WHERE state = 'ANNOUNCED';
CREATE INDEX ON debit.collection (mandate_id, due_on);
CREATE INDEX ON debit.collection (file_id);

CREATE TABLE debit.collection_step (
    collection_id uuid        NOT NULL REFERENCES debit.collection,
    number        int         NOT NULL,
    act           text        NOT NULL,
    from_state    text,
    to_state      text        NOT NULL,
    at            timestamptz NOT NULL,
    actor         text        NOT NULL,
    detail        text, -- why it was left out; the bank's code of a return
    export_number bigint,
    PRIMARY KEY (collection_id, number)
);
CREATE INDEX ON debit.collection_step (export_number);
