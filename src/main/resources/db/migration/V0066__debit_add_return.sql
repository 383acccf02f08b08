-- What the banks send back.
CREATE TABLE debit.return_file (
    id               uuid PRIMARY KEY,
    sha256           text COLLATE "C" NOT NULL UNIQUE, -- the same file twice changes nothing
    name             text        NOT NULL,
    form             text        NOT NULL, -- pain.002.001.03, camt.054.001.08
    received_at      timestamptz NOT NULL,
    received_by      uuid        NOT NULL,
    received_by_name text        NOT NULL
);

CREATE TABLE debit.return_line (
    file_id       uuid NOT NULL REFERENCES debit.return_file,
    number        int  NOT NULL,
    reference     text, -- EndToEndId as the bank writes it
    code          text NOT NULL,
    amount_cents  bigint,
    collection_id uuid REFERENCES debit.collection,
    -- TAKEN: the collection came back. KNOWN: it had before. UNKNOWN: none of ours. DIFFERS: another amount than ours.
    fate          text NOT NULL CHECK (fate IN ('TAKEN', 'KNOWN', 'UNKNOWN', 'DIFFERS')),
    PRIMARY KEY (file_id, number)
);
CREATE INDEX ON debit.return_line (collection_id);
