-- What is kept of files. They lie in a folder or an S3 store, encrypted; the keys are in platform.secret.
CREATE SCHEMA vault;

-- The landlord's keys by number; the newest seals.
CREATE TABLE vault.key (
    id      int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    made_at timestamptz NOT NULL
);

CREATE TABLE vault.object (
    id         uuid PRIMARY KEY,
    place      text COLLATE "C" NOT NULL UNIQUE, -- its name in the store: 32 digits, drawn by lot
    size       bigint NOT NULL, -- as it was put
    sha256     text COLLATE "C" NOT NULL, -- as it was put
    key_id     int NOT NULL REFERENCES vault.key,
    stored_at  timestamptz NOT NULL,
    named_by   text, -- whose it is: 'document:<id>'; null: nobody's, and not for long
    trouble    text COLLATE "C" CHECK (trouble IN ('MISSING', 'DAMAGED')),
    trouble_at timestamptz
);
CREATE INDEX ON vault.object (stored_at) WHERE named_by IS NULL;
CREATE INDEX ON vault.object (key_id);
CREATE INDEX ON vault.object (trouble_at) WHERE trouble IS NOT NULL;
