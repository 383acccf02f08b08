CREATE SCHEMA IF NOT EXISTS payment;

-- The sandbox bank's own books: what a real bank would keep elsewhere.
CREATE TABLE payment.sandbox_order (
    number      text PRIMARY KEY,
    reference   text NOT NULL UNIQUE,
    cents       bigint NOT NULL CHECK (cents > 0),
    subject     text NOT NULL,
    return_to   text NOT NULL,
    notify_at   text NOT NULL,
    begun_at    timestamptz NOT NULL,
    -- OPEN, then as payment.provider.Outcome has it
    state       text NOT NULL DEFAULT 'OPEN',
    transaction text NOT NULL DEFAULT '',
    changed_at  timestamptz NOT NULL
);

-- What it says of them, and when. "moves": the order comes into that state with it; else it is old news.
CREATE TABLE payment.sandbox_notice (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number   text NOT NULL REFERENCES payment.sandbox_order ON DELETE CASCADE,
    state    text NOT NULL,
    moves    boolean NOT NULL,
    due_at   timestamptz NOT NULL,
    tries    integer NOT NULL DEFAULT 0,
    sent_at  timestamptz
);
CREATE INDEX ON payment.sandbox_notice (number);
