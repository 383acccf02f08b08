CREATE SCHEMA account;

CREATE TABLE account.rent_notice (
    id                     text COLLATE "C" PRIMARY KEY,
    lease_number           text COLLATE "C" NOT NULL,
    period                 date   NOT NULL, -- the first day of the month
    issued_on              date   NOT NULL,
    due_on                 date   NOT NULL,
    brought_forward_cents  bigint NOT NULL,
    month_total_cents      bigint NOT NULL,
    net_to_pay_cents       bigint NOT NULL,
    closed_at              timestamptz
);
CREATE INDEX ON account.rent_notice (lease_number, period);

-- The ERP is its only author; an entry never changes: it is reversed by another one.
CREATE TABLE account.ledger_entry (
    lease_number      text COLLATE "C" NOT NULL,
    id                text COLLATE "C" NOT NULL,
    notice_id         text COLLATE "C",
    kind              text    NOT NULL,
    label             text    NOT NULL,
    period            date,
    operation_date    date    NOT NULL,
    value_date        date    NOT NULL,
    due_date          date,
    debit_cents       bigint  NOT NULL,
    credit_cents      bigint  NOT NULL,
    direct_debit      boolean NOT NULL, -- whether direct debit may collect it
    reverses_id       text COLLATE "C",
    payment_reference text,
    closed_at         timestamptz,
    -- The lease first: one index serves the page and the nightly merge.
    PRIMARY KEY (lease_number, id)
);

-- From when the figures are: the 'created' of the last package applied.
CREATE TABLE account.freshness (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    figures_at timestamptz NOT NULL
);
