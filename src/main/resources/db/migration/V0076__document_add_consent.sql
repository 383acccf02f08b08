-- Whether a tenant takes receipts electronically. Nobody has, until they say so; each time somebody says so or takes it
-- back is one row, and no row ever changes but for the package that told the ERP.
CREATE TABLE document.consent_text (
    sha256   text COLLATE "C" PRIMARY KEY, -- of the words
    language text COLLATE "C" NOT NULL,
    words    text NOT NULL, -- as they stood above the button
    first_at timestamptz NOT NULL
);

CREATE TABLE document.consent (
    id            uuid PRIMARY KEY,
    tenant_number text COLLATE "C" NOT NULL,
    given         boolean NOT NULL, -- false: taken back
    at            timestamptz NOT NULL,
    text_sha256   text COLLATE "C" NOT NULL REFERENCES document.consent_text,
    actor         text NOT NULL, -- 'tenant:48213'
    export_number bigint -- of the package that told the ERP
);
CREATE INDEX ON document.consent (tenant_number, at DESC);
CREATE INDEX ON document.consent (export_number);
