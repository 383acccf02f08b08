-- Bank transfers: what the bank's statements say, and whose the money is.
CREATE SCHEMA transfer;

-- References that cannot be read back into their lease number (long ones, rare letters).
CREATE TABLE transfer.reference (
    value        text PRIMARY KEY,
    lease_number text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE transfer.file (
    id         uuid PRIMARY KEY,
    sha256     bytea       NOT NULL UNIQUE, -- the same file twice changes nothing
    name       text        NOT NULL,
    version    text        NOT NULL,        -- camt.053.001.08
    message_id text,
    taken_at   timestamptz NOT NULL,
    taken_by   text        NOT NULL
);

CREATE TABLE transfer.statement (
    id            uuid PRIMARY KEY,
    file_id       uuid        NOT NULL REFERENCES transfer.file,
    booked        boolean     NOT NULL, -- false: a notification (camt.054) only
    bank_id       text        NOT NULL,
    created_at    timestamptz,
    from_on       date,
    to_on         date,
    account_key   bytea       NOT NULL, -- keyed hash of the account number
    account_end   text        NOT NULL, -- its last four characters, for people
    opening_cents bigint,
    closing_cents bigint,
    entries       int         NOT NULL,
    known         int         NOT NULL, -- entries that another statement had told already
    announced     int         NOT NULL, -- entries that are not booked: not kept
    content       bytea       NOT NULL  -- SHA-256 of all that it says
);
CREATE UNIQUE INDEX statement_once ON transfer.statement (account_key, booked, bank_id, content);
CREATE INDEX ON transfer.statement (file_id);

CREATE TABLE transfer.line (
    id             uuid PRIMARY KEY,
    statement_id   uuid   NOT NULL REFERENCES transfer.statement,
    place          int    NOT NULL,
    kind           text   NOT NULL CHECK (kind IN ('TRANSFER', 'CARDS', 'DEBITS', 'RETURNED', 'REVERSAL', 'OUTGOING')),
    state          text   NOT NULL CHECK (state IN ('OPEN', 'MATCHED', 'ASIDE')),
    booked_on      date   NOT NULL,
    value_on       date   NOT NULL,
    amount_cents   bigint NOT NULL, -- positive came in
    transactions   int    NOT NULL,
    bank_reference text,
    reference      text,            -- as the debtor's bank passed it on
    words          text   NOT NULL, -- what was written with it; empty for what went out
    debtor         text,
    debtor_key     bytea,           -- keyed hash of the debtor's account; the number itself is not kept
    proposal       text COLLATE "C",-- a lease that it may be for
    clues          text   NOT NULL, -- why: CLUE,CLUE
    doubt          boolean NOT NULL,-- another statement tells the like of it: perhaps the same money
    told_key       bytea  NOT NULL UNIQUE,
    twin_key       bytea  NOT NULL
);
CREATE INDEX ON transfer.line (statement_id, place);
CREATE INDEX line_open ON transfer.line (booked_on) WHERE state = 'OPEN';
CREATE INDEX ON transfer.line (twin_key);
CREATE INDEX ON transfer.line (booked_on);

-- Whose the money of a line is. What was taken back stays: the ERP may have heard of it.
CREATE TABLE transfer.match (
    id                       uuid PRIMARY KEY,
    number                   bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    line_id                  uuid        NOT NULL REFERENCES transfer.line,
    lease_number             text COLLATE "C" NOT NULL,
    debtor_key               bytea,
    made_at                  timestamptz NOT NULL,
    made_by                  text        NOT NULL, -- 'rule', or who of the staff
    withdrawn_at             timestamptz,
    export_number            bigint,
    withdrawal_export_number bigint
);
CREATE UNIQUE INDEX match_in_force ON transfer.match (line_id) WHERE withdrawn_at IS NULL;
CREATE INDEX ON transfer.match (debtor_key) WHERE withdrawn_at IS NULL AND debtor_key IS NOT NULL;
CREATE INDEX ON transfer.match (export_number);
CREATE INDEX ON transfer.match (withdrawal_export_number);
CREATE INDEX match_to_tell ON transfer.match (id) WHERE export_number IS NULL OR withdrawal_export_number IS NULL;

-- Each step of a line, appended.
CREATE TABLE transfer.step (
    id         uuid PRIMARY KEY,
    line_id    uuid        NOT NULL REFERENCES transfer.line,
    at         timestamptz NOT NULL,
    from_state text,
    to_state   text        NOT NULL,
    actor      text        NOT NULL,
    actor_name text        NOT NULL, -- as it was then; empty for the rule
    lease      text,
    reason     text
);
CREATE INDEX ON transfer.step (line_id, at);
