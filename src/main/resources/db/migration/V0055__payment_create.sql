CREATE SCHEMA payment;

-- Six digits that no other payment of the same UTC day has: some providers want such a number.
CREATE SEQUENCE payment.transaction_number AS int MINVALUE 0 MAXVALUE 899999 CYCLE;

-- One intention to pay by card. What happened to it stands in payment_step.
CREATE TABLE payment.payment (
    id                   uuid PRIMARY KEY,
    intention            uuid NOT NULL UNIQUE, -- of the form: a second press of its button is no second payment
    reference            text COLLATE "C" NOT NULL UNIQUE, -- for the bank and the ERP
    lease_number         text COLLATE "C" NOT NULL,
    tenant_number        text COLLATE "C" NOT NULL, -- who paid
    amount_cents         bigint NOT NULL CHECK (amount_cents > 0),
    instalment           uuid, -- of a repayment plan, when it pays one
    provider             text NOT NULL,
    transaction_day      date NOT NULL, -- UTC
    transaction_number   int  NOT NULL,
    language             text NOT NULL,
    site                 text NOT NULL, -- under which address the tenant came
    begun_at             timestamptz NOT NULL,
    state                text NOT NULL,
    steps                int  NOT NULL,
    settled_at           timestamptz, -- since when it stands where it stands; null while open
    provider_reference   text COLLATE "C",
    checkout             text, -- where the browser goes to pay
    provider_transaction text COLLATE "C", -- of the try that was paid
    next_ask_at          timestamptz, -- when the provider is asked; null when nothing more is to be learnt
    asks                 int  NOT NULL DEFAULT 0,
    export_number        bigint,
    reversal_export_number bigint,
    UNIQUE (provider, transaction_day, transaction_number),
    UNIQUE (provider, provider_reference)
);
CREATE INDEX ON payment.payment (lease_number, begun_at);
CREATE INDEX ON payment.payment (next_ask_at) WHERE next_ask_at IS NOT NULL;
CREATE INDEX ON payment.payment (begun_at);

-- One line for each edge that was taken; never changed.
CREATE TABLE payment.payment_step (
    payment_id uuid NOT NULL REFERENCES payment.payment,
    number     int  NOT NULL,
    from_state text,
    to_state   text NOT NULL,
    at         timestamptz NOT NULL,
    why        text NOT NULL,
    message_id bigint, -- the provider's words, when they were the reason
    PRIMARY KEY (payment_id, number)
);

-- What providers said, as it came, before anything else is done with it.
CREATE TABLE payment.provider_message (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider    text NOT NULL,
    source      text NOT NULL, -- NOTICE: they told; ANSWER: they were asked
    content     text NOT NULL,
    received_at timestamptz NOT NULL,
    payment_id  uuid,
    verdict     text,
    why         text,
    handled_at  timestamptz,
    tries       int NOT NULL DEFAULT 0,
    not_before  timestamptz NOT NULL
);
CREATE INDEX ON payment.provider_message (id) WHERE handled_at IS NULL;
CREATE INDEX ON payment.provider_message (payment_id) WHERE payment_id IS NOT NULL;
CREATE INDEX ON payment.provider_message (received_at);
