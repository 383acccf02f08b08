CREATE SCHEMA notification;

-- What was to be told to whom, and how that ended. Text and recipient are there only until then.
CREATE TABLE notification.delivery (
    id          uuid PRIMARY KEY,
    state       text        NOT NULL DEFAULT 'STAGED'
                CHECK (state IN ('STAGED', 'SENT', 'REFUSED', 'FAILED', 'EXPIRED', 'NOBODY')),
    -- Null from the start: staged for nobody, so that nobody can tell it from one for somebody.
    recipient   text,
    message     text,
    reason      text, -- why it was refused or failed, in the gateway's words
    reference   text, -- the gateway's own number for it
    tries       smallint    NOT NULL DEFAULT 0,
    staged_at   timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    ended_at    timestamptz
);
CREATE INDEX ON notification.delivery (ended_at);

-- The demonstration's mobile network: what its phones received.
CREATE TABLE notification.sandbox_message (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    recipient text        NOT NULL,
    message   text        NOT NULL
);
