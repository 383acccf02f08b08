-- Browsers that want to be told. Each belongs to a session of a tenant, and goes with it.
CREATE TABLE notification.push_subscription (
    id            uuid PRIMARY KEY,
    tenant_number text        NOT NULL,
    session       uuid        NOT NULL, -- of access
    endpoint      text        NOT NULL UNIQUE,
    p256dh        text        NOT NULL,
    auth          text        NOT NULL,
    device        text        NOT NULL, -- Chrome|Android
    language      text        NOT NULL,
    created_at    timestamptz NOT NULL,
    ok_at         timestamptz
);
CREATE INDEX ON notification.push_subscription (tenant_number);
CREATE INDEX ON notification.push_subscription (session);
