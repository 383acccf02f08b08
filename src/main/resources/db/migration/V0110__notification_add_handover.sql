-- What became of a text message after it was handed over.
ALTER TABLE notification.delivery
    DROP CONSTRAINT delivery_state_check,
    ADD CONSTRAINT delivery_state_check CHECK (state IN ('STAGED', 'SENT', 'DELIVERED', 'UNDELIVERED', 'UNKNOWN',
                                                         'REFUSED', 'FAILED', 'EXPIRED', 'NOBODY')),
    ADD COLUMN gateway      text, -- the one that took it
    ADD COLUMN delivered_at timestamptz,
    ADD COLUMN failure      text; -- why a phone did not get it, as Receipt.Failure names it

-- Each time that a text message was given to a gateway. Written before it is given: after a crash in between it is
-- known that nobody knows.
CREATE TABLE notification.handover (
    delivery_id uuid        NOT NULL REFERENCES notification.delivery ON DELETE CASCADE,
    number      smallint    NOT NULL,
    gateway     text        NOT NULL,
    again       boolean     NOT NULL, -- sent once more although the one before may have been taken
    answer      text        NOT NULL DEFAULT 'PENDING'
                CHECK (answer IN ('PENDING', 'TAKEN', 'NOT_TAKEN', 'REFUSED', 'UNKNOWN')),
    reason      text,
    at          timestamptz NOT NULL,
    PRIMARY KEY (delivery_id, number)
);
CREATE INDEX ON notification.handover (at);

-- What a gateway took, each part under the gateway's own number.
CREATE TABLE notification.sms_part (
    delivery_id uuid     NOT NULL,
    handover    smallint NOT NULL,
    part        smallint NOT NULL,
    gateway     text     NOT NULL,
    reference   text COLLATE "C" NOT NULL, -- as MessageIds.plain writes it
    tail        bytea    NOT NULL, -- the end of the phone's number, as a keyed hash: gateways use numbers twice
    state       text     NOT NULL DEFAULT 'TAKEN' CHECK (state IN ('TAKEN', 'DELIVERED', 'FAILED')),
    failure     text,
    ended_at    timestamptz,
    next_ask    timestamptz, -- when its gateway is asked, if it must be
    PRIMARY KEY (delivery_id, handover, part),
    FOREIGN KEY (delivery_id, handover) REFERENCES notification.handover ON DELETE CASCADE
);
CREATE INDEX ON notification.sms_part (gateway, reference);
CREATE INDEX ON notification.sms_part (next_ask) WHERE next_ask IS NOT NULL;
CREATE INDEX ON notification.sms_part (ended_at) WHERE ended_at IS NOT NULL;

-- Receipts as they came, without a word of the message. They may come before the gateway's answer is written down,
-- twice, late, or in any order.
CREATE TABLE notification.receipt (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    gateway     text        NOT NULL,
    reference   text COLLATE "C" NOT NULL,
    tail        bytea, -- null when the gateway did not say whose phone
    outcome     text        NOT NULL,
    failure     text,
    words       text        NOT NULL,
    done_at     timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    matched     boolean     NOT NULL DEFAULT false
);
CREATE INDEX ON notification.receipt (gateway, reference) WHERE NOT matched;
CREATE INDEX ON notification.receipt (received_at);

-- How each gateway does. No row: nothing is to be said.
CREATE TABLE notification.sms_gateway (
    name       text PRIMARY KEY,
    failures   integer     NOT NULL DEFAULT 0, -- in a row
    trouble    text CHECK (trouble IN ('AWAY', 'POOR')),
    since      timestamptz,
    next_probe timestamptz, -- then one message goes by it again
    rest       integer     NOT NULL DEFAULT 0, -- seconds between probes
    reason     text
);
