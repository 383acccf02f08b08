-- What the year's service charges came to, by theme, where the ERP tells it (decomptes.csv).
CREATE TABLE account.charges_statement (
    lease_number   text COLLATE "C" NOT NULL,
    year           text COLLATE "C" NOT NULL, -- four digits; the merge's keys are text
    theme          text COLLATE "C" NOT NULL,
    spent_cents    bigint NOT NULL,
    advanced_cents bigint NOT NULL,
    closed_at      timestamptz,
    PRIMARY KEY (lease_number, year, theme)
);
