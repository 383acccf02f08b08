-- What proves that somebody is one of the staff. Who they are stands in the landlord's directory.
CREATE TABLE access.staff_login (
    staff_id        uuid PRIMARY KEY,
    password_hash   text, -- null for who signs in through the landlord's identity provider only
    password_set_at timestamptz,
    totp_key        bytea, -- shared with the app on their phone
    totp_step       bigint NOT NULL DEFAULT 0, -- of the last code that was used: neither it nor an older one opens again
    next_totp_key   bytea, -- of another phone, until a code of it has been typed
    oidc_issuer     text,
    oidc_subject    text -- who they are at the provider, since they first came from there
);
CREATE UNIQUE INDEX ON access.staff_login (oidc_issuer, oidc_subject);

-- A link by which somebody chooses a password and sets up their phone: at first, and after an administrator has reset
-- the account. A newer link takes the place of the older one.
CREATE TABLE access.staff_invitation (
    staff_id   uuid PRIMARY KEY,
    token_hash bytea       NOT NULL UNIQUE,
    totp_key   bytea       NOT NULL,
    expires_at timestamptz NOT NULL
);

-- For who has lost their phone. Each opens once.
CREATE TABLE access.staff_recovery_code (
    staff_id uuid     NOT NULL,
    number   smallint NOT NULL,
    hash     bytea    NOT NULL, -- keyed; the code itself is nowhere
    used_at  timestamptz,
    PRIMARY KEY (staff_id, number)
);

CREATE TABLE access.staff_session (
    id           uuid PRIMARY KEY,
    token_hash   bytea       NOT NULL UNIQUE,
    staff_id     uuid        NOT NULL,
    device       text        NOT NULL, -- 'Chrome|Windows', no place, no address
    started_at   timestamptz NOT NULL,
    seen_at      timestamptz NOT NULL,
    idle_ends_at timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL
);
CREATE INDEX ON access.staff_session (staff_id);
CREATE INDEX ON access.staff_session (ends_at);

-- Somebody on the way to the landlord's identity provider and back; the browser holds the token.
CREATE TABLE access.oidc_attempt (
    token_hash    bytea PRIMARY KEY,
    state         text        NOT NULL,
    nonce         text        NOT NULL,
    code_verifier text        NOT NULL,
    expires_at    timestamptz NOT NULL
);

-- A code handed out at the counter to somebody who has shown an identity paper, used in place of the one by SMS. Which
-- kind of paper, and why, stands in the log of looks; never the paper's number.
CREATE TABLE access.counter_code (
    id            uuid PRIMARY KEY,
    tenant_number text        NOT NULL,
    staff_id      uuid        NOT NULL,
    hash          bytea       NOT NULL, -- keyed; the code itself is nowhere
    handed_at     timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    tries         smallint    NOT NULL DEFAULT 0,
    used_at       timestamptz
);
CREATE INDEX ON access.counter_code (tenant_number, handed_at DESC);

-- Why somebody's activation fails: claims of tenants that exist are kept for a month, and their wrong codes counted.
CREATE INDEX ON access.activation (tenant_number, started_at DESC);
