CREATE SCHEMA exchange;

-- One row per package that was taken, whatever became of it.
CREATE TABLE exchange.import_run (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    package    text        NOT NULL, -- its name; when it has none that can be read, that of its folder or ZIP
    created    timestamptz,          -- when the ERP wrote it
    mode       text CHECK (mode IN ('full', 'delta')),
    sha256     text,                 -- of the nine files, not of their wrapping
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    state      text        NOT NULL
        CHECK (state IN ('RUNNING', 'APPLIED', 'UNCHANGED', 'REFUSED', 'WAITING', 'FAILED')),
    message    text,                 -- why it was refused, what it waits for, how it failed
    counts     jsonb       NOT NULL DEFAULT '{}' -- {"baux": {"read": …, "rejected": …, "added": …, "changed": …, "closed": …}}
);
CREATE INDEX ON exchange.import_run (created) WHERE state IN ('APPLIED', 'UNCHANGED');

-- The first some thousand lines that could not be taken. Values are personal data: they go after a time.
CREATE TABLE exchange.import_reject (
    run_id      bigint NOT NULL REFERENCES exchange.import_run ON DELETE CASCADE,
    position    int    NOT NULL,
    file        text   NOT NULL,
    line        int,  -- of the file as an editor shows it; null when it is about the whole file
    column_name text,
    value       text,
    reason      text   NOT NULL,
    PRIMARY KEY (run_id, position)
);

-- What the last whole package said, line by line. A file stands here only while its lines and the open rows of its
-- table are the same, so that of tonight's file only what differs has to be looked at.
CREATE TABLE exchange.known_file (
    file   text PRIMARY KEY,
    run_id bigint NOT NULL,
    layout text   NOT NULL, -- dialect, header, Table Schema: equal lines mean the same only where this is equal
    chunks int    NOT NULL
);

-- Not logged: when PostgreSQL crashes they are gone, and the next package is compared with the tables instead.
CREATE UNLOGGED TABLE exchange.known_lines (
    run_id       bigint NOT NULL,
    file         text   NOT NULL,
    chunk        int    NOT NULL,
    fingerprints bytea  NOT NULL, -- 64 bits a line, in the file's order
    keys         bytea  NOT NULL,
    PRIMARY KEY (run_id, file, chunk)
);
ALTER TABLE exchange.known_lines ALTER fingerprints SET STORAGE EXTERNAL, ALTER keys SET STORAGE EXTERNAL;
