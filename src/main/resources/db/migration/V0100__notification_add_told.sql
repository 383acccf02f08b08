-- What tenants were told. It is shown in the app for a year; what goes out by text message, e-mail or push goes out
-- from here.
CREATE TABLE notification.told (
    id            uuid PRIMARY KEY,
    tenant_number text COLLATE "C" NOT NULL,
    kind          text COLLATE "C" NOT NULL,
    key           text COLLATE "C" NOT NULL, -- the same thing is told once
    facts         text        NOT NULL,      -- what the texts fill in, a line each; written and read by Fact
    path          text        NOT NULL,      -- the page that it is about
    thing         uuid        NOT NULL,      -- by which it waits to be read: a conversation, else itself
    phones        text[],                    -- numbers to be told besides the one on file, until that is done
    at            timestamptz NOT NULL,
    batch         uuid,                      -- those that are sent on together; null once that is done
    UNIQUE (tenant_number, kind, key)
);
CREATE INDEX ON notification.told (tenant_number, at DESC);
CREATE INDEX ON notification.told (batch) WHERE batch IS NOT NULL;
CREATE INDEX told_pending ON notification.told (tenant_number) WHERE batch IS NOT NULL;
CREATE INDEX ON notification.told (at);

-- How somebody wants to be told. What differs from the product's defaults is named, `MESSAGES.SMS`; so better defaults
-- reach all who never chose.
CREATE TABLE notification.reader (
    tenant_number text COLLATE "C" PRIMARY KEY,
    member        boolean  NOT NULL DEFAULT true, -- whether they have an account here
    wanted        text[]   NOT NULL DEFAULT '{}',
    unwanted      text[]   NOT NULL DEFAULT '{}',
    quiet_from    smallint CHECK (quiet_from BETWEEN 0 AND 23), -- null: as the landlord has it
    quiet_to      smallint CHECK (quiet_to BETWEEN 0 AND 23),   -- the same hour: none at all
    daily         boolean  NOT NULL DEFAULT false, -- one e-mail a day instead of several
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);

-- What went out, by whichever way; for codes nothing is known of these.
ALTER TABLE notification.delivery
    ADD COLUMN channel       text COLLATE "C" NOT NULL DEFAULT 'SMS' CHECK (channel IN ('PUSH', 'MAIL', 'SMS')),
    ADD COLUMN tenant_number text COLLATE "C",
    ADD COLUMN shown         text; -- where it went, masked
CREATE INDEX ON notification.delivery (tenant_number, staged_at) WHERE tenant_number IS NOT NULL;

-- What was told with it: several things may go out as one.
CREATE TABLE notification.part (
    told_id     uuid NOT NULL REFERENCES notification.told ON DELETE CASCADE,
    delivery_id uuid NOT NULL REFERENCES notification.delivery ON DELETE CASCADE,
    PRIMARY KEY (told_id, delivery_id)
);
CREATE INDEX ON notification.part (delivery_id);
