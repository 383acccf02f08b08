-- The browsers that an account was opened with, by a mark that each of them keeps. No address, no place.
CREATE TABLE access.device (
    tenant_number text        NOT NULL,
    mark_hash     bytea       NOT NULL,
    first_at      timestamptz NOT NULL,
    last_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_number, mark_hash)
);
CREATE INDEX ON access.device (last_at);
