CREATE SCHEMA access;

-- A tenant's account here: it exists once a password was chosen.
CREATE TABLE access.login (
    tenant_number   text PRIMARY KEY,
    lookup_key      text GENERATED ALWAYS AS (platform.lookup_key(tenant_number)) STORED,
    password_hash   text        NOT NULL,
    activated_at    timestamptz NOT NULL,
    password_set_at timestamptz NOT NULL,
    lease_number    text -- the lease looked at last, by who holds several
);
CREATE INDEX ON access.login (lookup_key);

-- A visitor's claim to be a tenant, on the way from the two numbers to a password. One row for a pair that exists and
-- for one that does not; the browser holds the token.
CREATE TABLE access.activation (
    id              uuid PRIMARY KEY,
    token_hash      bytea       NOT NULL UNIQUE,
    purpose         text        NOT NULL CHECK (purpose IN ('ACTIVATE', 'NEW_PASSWORD')),
    typed_tenant    text        NOT NULL,
    typed_dwelling  text        NOT NULL,
    tenant_number   text, -- null when the pair does not exist
    phone           text, -- where codes go; null when they go nowhere
    language        text        NOT NULL,
    shown_phone     text, -- masked; null when the page asks to call
    started_at      timestamptz NOT NULL,
    sends           smallint    NOT NULL DEFAULT 0,
    sent_at         timestamptz,
    proved_at       timestamptz, -- a right code was entered
    ended_at        timestamptz  -- a password was chosen
);
CREATE INDEX ON access.activation (started_at);

CREATE TABLE access.one_time_code (
    activation_id uuid        NOT NULL REFERENCES access.activation ON DELETE CASCADE,
    number        smallint    NOT NULL,
    hash          bytea       NOT NULL, -- keyed; the code itself is nowhere
    expires_at    timestamptz NOT NULL,
    tries         smallint    NOT NULL DEFAULT 0,
    PRIMARY KEY (activation_id, number)
);

CREATE TABLE access.session (
    id            uuid PRIMARY KEY,
    token_hash    bytea       NOT NULL UNIQUE,
    tenant_number text        NOT NULL,
    lease_number  text, -- the one being looked at; null until chosen
    device        text        NOT NULL, -- 'Chrome sur Android', no place, no address
    shared        boolean     NOT NULL,
    started_at    timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL,
    idle          interval    NOT NULL, -- how long it may lie unused
    idle_ends_at  timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL
);
CREATE INDEX ON access.session (tenant_number);
CREATE INDEX ON access.session (ends_at);
