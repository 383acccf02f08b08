-- The packages that go to the ERP: numbered without gaps, because the number is taken in the transaction that puts
-- something into the package.
CREATE TABLE exchange.export_run (
    number     bigint PRIMARY KEY,
    made_at    timestamptz NOT NULL,
    written_at timestamptz, -- null: not written yet, or the program was killed before it could say so
    sha256     text         -- of its files, so that a second writing can be held to the first
);
