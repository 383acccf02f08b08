-- How far an import is while it runs, and what somebody at the desk answered when it asked.
ALTER TABLE exchange.import_run
    ADD step         text CHECK (step IN ('READING', 'CHECKING', 'APPLYING')),
    ADD step_file    text,
    ADD lines_read   bigint NOT NULL DEFAULT 0,
    ADD package_path text, -- where the package lies, to take it once it is confirmed
    ADD answer       text CHECK (answer IN ('YES', 'NO')),
    ADD answered_by  text, -- the name as it was then
    ADD answered_at  timestamptz;
