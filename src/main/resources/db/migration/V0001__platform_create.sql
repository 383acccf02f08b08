-- What the program needs before it knows its trade.
CREATE SCHEMA platform;

-- db-scheduler's table, in the form its documentation gives for PostgreSQL.
CREATE TABLE platform.scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ON platform.scheduled_tasks (execution_time);
CREATE INDEX ON platform.scheduled_tasks (last_heartbeat);

-- One row per limit and subject; the subject is a keyed hash, never a phone number or an address in the clear.
CREATE TABLE platform.rate_limit (
    limit_name text        NOT NULL,
    subject    bytea       NOT NULL,
    -- Generic cell rate algorithm: the instant at which the bucket will be full again.
    full_at    timestamptz NOT NULL,
    PRIMARY KEY (limit_name, subject)
);
CREATE INDEX ON platform.rate_limit (full_at);

-- Keys that this deployment made for itself at its first start.
CREATE TABLE platform.secret (
    name    text PRIMARY KEY,
    value   bytea       NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);

-- Who did what, when; append only. Never what was typed.
CREATE TABLE platform.audit_line (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    actor   text        NOT NULL,
    act     text        NOT NULL,
    subject text
);
CREATE INDEX ON platform.audit_line (subject, at);

-- What two spellings of one printed number have in common; the same rule as kernel.Spelling.
CREATE FUNCTION platform.lookup_key(number text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(
        regexp_replace(regexp_replace(upper(number), '[^A-Z0-9]', '', 'g'), '^[A-Z]+(?=[0-9])', ''),
        '^0+(?=.)', '');
