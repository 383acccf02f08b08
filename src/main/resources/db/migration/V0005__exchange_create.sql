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
