-- Automatic debit: mandates, and how they were signed.
CREATE SCHEMA debit;

CREATE SEQUENCE debit.rum_number;
CREATE SEQUENCE debit.reference_number;

CREATE TABLE debit.mandate (
    id            uuid PRIMARY KEY,
    rum           text COLLATE "C" NOT NULL UNIQUE CHECK (length(rum) BETWEEN 1 AND 35),
    lease_number  text COLLATE "C" NOT NULL,
    tenant_number text COLLATE "C" NOT NULL, -- who signed it
    agency_code   text COLLATE "C",
    state         text        NOT NULL CHECK (state IN ('ACTIVE', 'SUSPENDED', 'STOPPED', 'ENDED', 'LAPSED')),
    debit_day     int         NOT NULL CHECK (debit_day BETWEEN 1 AND 28),
    address       text        NOT NULL, -- of the debtor: the dwelling's
    signed_at     timestamptz NOT NULL,
    used_on       date                  -- the day of the last collection sent
);
-- One at a time for a rent account.
CREATE UNIQUE INDEX mandate_living ON debit.mandate (lease_number) WHERE state IN ('ACTIVE', 'SUSPENDED', 'STOPPED');
CREATE INDEX ON debit.mandate (tenant_number);

-- What happened to it; append only.
CREATE TABLE debit.mandate_step (
    mandate_id    uuid        NOT NULL REFERENCES debit.mandate,
    number        int         NOT NULL,
    act           text        NOT NULL,
    from_state    text,
    to_state      text        NOT NULL,
    at            timestamptz NOT NULL,
    actor         text        NOT NULL,
    detail        text,
    export_number bigint, -- of the package that told the ERP; null until then
    PRIMARY KEY (mandate_id, number)
);
CREATE INDEX ON debit.mandate_step (export_number);

-- The bank accounts that it was ever bound to, and the proof of each signature.
CREATE TABLE debit.bank_account (
    id              uuid PRIMARY KEY,
    mandate_id      uuid        NOT NULL REFERENCES debit.mandate,
    holder          text        NOT NULL,
    iban_sealed     bytea       NOT NULL,
    iban_masked     text        NOT NULL,
    used_from       date        NOT NULL, -- collections of that day and later go there
    wording         text        NOT NULL, -- exactly what was shown
    wording_sha256  bytea       NOT NULL,
    language        text        NOT NULL,
    signed_at       timestamptz NOT NULL,
    device          text        NOT NULL, -- 'Chrome|Android'
    phone_masked    text        NOT NULL,
    code_sent_at    timestamptz NOT NULL, -- the one that was entered
    code_entered_at timestamptz NOT NULL,
    wrong_tries     int         NOT NULL
);
CREATE INDEX ON debit.bank_account (mandate_id, used_from);

-- A signature on its way: what somebody typed and is about to sign. Bound to the session that began it.
CREATE TABLE debit.signing (
    id             uuid PRIMARY KEY,
    session_id     uuid        NOT NULL,
    tenant_number  text COLLATE "C" NOT NULL,
    lease_number   text COLLATE "C" NOT NULL,
    mandate_id     uuid REFERENCES debit.mandate, -- whose account it changes; null for a new mandate
    rum            text        NOT NULL,
    holder         text        NOT NULL,
    iban_sealed    bytea       NOT NULL,
    iban_masked    text        NOT NULL,
    debit_day      int         NOT NULL,
    language       text        NOT NULL,
    wording        text        NOT NULL,
    begun_at       timestamptz NOT NULL,
    sends          int         NOT NULL DEFAULT 0,
    sent_at        timestamptz,
    wrong_tries    int         NOT NULL DEFAULT 0,
    ended_at       timestamptz
);
CREATE INDEX ON debit.signing (session_id, begun_at);
CREATE INDEX ON debit.signing (begun_at);

CREATE TABLE debit.signing_code (
    signing_id uuid        NOT NULL REFERENCES debit.signing ON DELETE CASCADE,
    number     int         NOT NULL,
    hash       bytea       NOT NULL,
    tries      int         NOT NULL DEFAULT 0,
    sent_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (signing_id, number)
);
