-- Certificates of home insurance: sent by tenants, looked at by the office.
CREATE SCHEMA insurance;

CREATE TABLE insurance.certificate (
    id            uuid PRIMARY KEY,
    lease_number  text COLLATE "C" NOT NULL,
    tenant_number text COLLATE "C" NOT NULL,
    form_key      uuid        NOT NULL UNIQUE, -- made with the form: sent again, it is the same certificate
    state         text        NOT NULL CHECK (state IN ('SENT', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    valid_from    date        NOT NULL,
    valid_until   date        NOT NULL CHECK (valid_until > valid_from),
    insurer       text        NOT NULL,
    pieces        uuid[]      NOT NULL CHECK (cardinality(pieces) > 0),
    sent_at       timestamptz NOT NULL,
    reason        text,   -- why it was refused
    export_number bigint, -- of the package that told the ERP that it was accepted
    withdrawal_export_number bigint -- and of the one that told that it is not
);
-- One to look at for each lease: a new one takes the place of the one before.
CREATE UNIQUE INDEX certificate_sent ON insurance.certificate (lease_number) WHERE state = 'SENT';
CREATE INDEX ON insurance.certificate (lease_number, sent_at);
CREATE INDEX ON insurance.certificate (valid_until) WHERE state = 'ACCEPTED';
CREATE INDEX ON insurance.certificate USING gin (pieces);
CREATE INDEX ON insurance.certificate (export_number);
CREATE INDEX ON insurance.certificate (withdrawal_export_number);

-- Each step of a certificate, appended.
CREATE TABLE insurance.step (
    id             uuid PRIMARY KEY,
    certificate_id uuid        NOT NULL REFERENCES insurance.certificate,
    at             timestamptz NOT NULL,
    from_state     text,
    to_state       text        NOT NULL,
    actor          text        NOT NULL,
    actor_name     text        NOT NULL, -- as the ERP is told it; empty for the tenant
    reason         text
);
CREATE INDEX ON insurance.step (certificate_id, at);
CREATE INDEX ON insurance.step (at) WHERE to_state = 'ACCEPTED';

-- Each rung of the ladder is climbed once.
CREATE TABLE insurance.reminder (
    certificate_id uuid        NOT NULL REFERENCES insurance.certificate,
    days           int         NOT NULL, -- before the last day; negative is after it
    at             timestamptz NOT NULL,
    texts          int         NOT NULL, -- how many people a text message was staged for
    PRIMARY KEY (certificate_id, days)
);
