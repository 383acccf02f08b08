CREATE SCHEMA document;

-- The tenant's documents as the ERP lists them; the files themselves are in the vault.
CREATE TABLE document.document (
    id           text COLLATE "C" PRIMARY KEY,
    lease_number text COLLATE "C" NOT NULL,
    kind         text NOT NULL, -- the ERP's word: BAIL, AVIS, QUITTANCE, …
    label        text NOT NULL,
    dated        date NOT NULL,
    file         text NOT NULL, -- its path in the vault
    sha256       text,
    closed_at    timestamptz
);
CREATE INDEX ON document.document (lease_number);
