-- Addresses at which mail comes back. Only a keyed hash of the address: whose it is, is tenancy's to know. An address
-- that is corrected is another one, and has no row.
CREATE TABLE notification.address_state (
    address     bytea PRIMARY KEY,
    status      text        NOT NULL, -- of RFC 3463: 5.1.1
    bounced_at  timestamptz NOT NULL,
    bounces     integer     NOT NULL DEFAULT 1
);

-- The demonstration's mail server: what its mailboxes received.
CREATE TABLE notification.sandbox_mail (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    recipient   text        NOT NULL,
    subject     text        NOT NULL,
    plain       text        NOT NULL,
    html        text        NOT NULL,
    unsubscribe text,
    message_id  text        NOT NULL,
    returned_at timestamptz
);
