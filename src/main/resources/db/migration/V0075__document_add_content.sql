-- The files of the ERP's documents. One for each content, however many lines name it: the same file twice is kept once.
CREATE TABLE document.content (
    sha256    text COLLATE "C" PRIMARY KEY,
    object_id uuid NOT NULL, -- in the vault
    size      bigint NOT NULL,
    pages     int, -- null for a picture
    type      text COLLATE "C" NOT NULL CHECK (type IN ('PDF', 'JPEG', 'PNG')),
    kept_at   timestamptz NOT NULL
);

ALTER TABLE document.document
    ADD key        uuid NOT NULL DEFAULT gen_random_uuid(), -- what addresses name it by: its id says whose it is
    ADD arrived_at timestamptz NOT NULL DEFAULT now();
CREATE UNIQUE INDEX ON document.document (key);
CREATE INDEX ON document.document (sha256);

-- When a tenant looked at the list: what came since is new.
CREATE TABLE document.reader (
    tenant_number text COLLATE "C" PRIMARY KEY,
    visited_at    timestamptz NOT NULL, -- the visit that lasts, or the last one
    previous_at   timestamptz           -- the one before
);

-- What tenants put here themselves.
CREATE TABLE document.upload (
    piece_id      uuid PRIMARY KEY, -- of module attachment
    tenant_number text COLLATE "C" NOT NULL,
    label         text NOT NULL,
    sent_at       timestamptz NOT NULL
);
CREATE INDEX ON document.upload (tenant_number);
