-- Money to be given back. It is prepared here, and made by a person at the provider's.
CREATE TABLE payment.refund (
    id               uuid PRIMARY KEY,
    payment_id       uuid   NOT NULL REFERENCES payment.payment,
    message_id       bigint UNIQUE, -- in which the provider told of a second charge, when it is for that
    cents            bigint NOT NULL CHECK (cents > 0),
    reason           text   NOT NULL,
    note             text   NOT NULL,
    state            text   NOT NULL DEFAULT 'PREPARED' CHECK (state IN ('PREPARED', 'MADE', 'DROPPED')),
    prepared_at      timestamptz NOT NULL,
    prepared_by      text   NOT NULL,
    prepared_by_name text   NOT NULL,
    ended_at         timestamptz,
    ended_by         text,
    ended_by_name    text,
    ended_reference  text -- the provider's number for it, or why it was dropped
);
CREATE INDEX ON payment.refund (payment_id);
CREATE INDEX ON payment.refund (prepared_at);

-- A message that did not fit, and that somebody has looked at.
ALTER TABLE payment.provider_message ADD COLUMN seen_at timestamptz, ADD COLUMN seen_by text;
CREATE INDEX ON payment.provider_message (received_at)
    WHERE seen_at IS NULL AND verdict IN ('MISFIT', 'SECOND_CHARGE', 'FOREIGN', 'NOT_GENUINE');

-- What the provider's own statement says it took on a day, typed by a person.
CREATE TABLE payment.day_statement (
    provider   text   NOT NULL,
    day        date   NOT NULL,
    cents      bigint NOT NULL CHECK (cents >= 0),
    typed_at   timestamptz NOT NULL,
    typed_by   text   NOT NULL,
    typed_name text   NOT NULL,
    PRIMARY KEY (provider, day)
);
CREATE INDEX ON payment.payment_step (at) WHERE to_state IN ('PAID', 'REVERSED');
