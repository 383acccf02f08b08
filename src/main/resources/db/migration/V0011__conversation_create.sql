-- What tenants and the agency write to each other. A request is a conversation with a number.
CREATE SCHEMA conversation;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The last number given out in a year. Its row is locked until the request is there: no gaps, no twice.
CREATE TABLE conversation.numbering (
    year smallint PRIMARY KEY,
    last integer NOT NULL
);

CREATE TABLE conversation.conversation (
    id            uuid PRIMARY KEY,
    number        text COLLATE "C" UNIQUE, -- '26-1183'; null for a plain message
    kind          text COLLATE "C" NOT NULL,
    subject       text NOT NULL,
    trouble       text COLLATE "C", -- of a repair: the line of the table that says who pays
    -- Who and where, as they were when it began: lists need no other module for it.
    tenant_number text COLLATE "C" NOT NULL,
    tenant_name   text NOT NULL,
    lease_number  text COLLATE "C" NOT NULL,
    shared        boolean NOT NULL, -- with the other holders of the lease
    agency_code   text COLLATE "C",
    estate        text,
    building      text,
    place         text NOT NULL,
    search_words  text NOT NULL, -- number, subject, name and place, in small letters without accents
    assignee      uuid, -- of the staff; null is the agency's own pile
    state         text COLLATE "C" NOT NULL CHECK (state IN ('RECEIVED', 'TAKEN_ON', 'PLANNED', 'DONE', 'CLOSED')),
    waiting_for   text COLLATE "C" NOT NULL CHECK (waiting_for IN ('TENANT', 'AGENCY', 'NOBODY')),
    due_at        timestamptz, -- by when the agency owes its next step
    closes_at     timestamptz, -- when it closes by itself, as was announced
    urgent        boolean NOT NULL,
    opened_at     timestamptz NOT NULL,
    answered_at   timestamptz, -- the agency's first answer
    closed_at     timestamptz,
    last_at       timestamptz NOT NULL,
    last_author   text COLLATE "C" NOT NULL CHECK (last_author IN ('TENANT', 'STAFF', 'SYSTEM')),
    last_words    text NOT NULL,
    CHECK ((due_at IS NOT NULL) = (waiting_for = 'AGENCY')),
    CHECK ((closed_at IS NOT NULL) = (state = 'CLOSED'))
);
-- What a tenant sees: their own, and those of their leases that are shared.
CREATE INDEX ON conversation.conversation (tenant_number, last_at DESC, id DESC) WHERE NOT shared;
CREATE INDEX ON conversation.conversation (lease_number, last_at DESC, id DESC) WHERE shared;
-- The desk's piles. What is open is small and stays small; what is closed is found by searching.
CREATE INDEX ON conversation.conversation (agency_code, last_at DESC, id DESC) WHERE state <> 'CLOSED';
CREATE INDEX ON conversation.conversation (assignee, last_at DESC, id DESC) WHERE state <> 'CLOSED';
CREATE INDEX ON conversation.conversation (last_at DESC, id DESC) WHERE state <> 'CLOSED';
CREATE INDEX ON conversation.conversation (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX ON conversation.conversation (closes_at) WHERE closes_at IS NOT NULL;
CREATE INDEX ON conversation.conversation (tenant_number, last_at DESC);
CREATE INDEX ON conversation.conversation USING gin (search_words gin_trgm_ops);
-- 'Déjà signalé par 14 voisins'.
CREATE INDEX ON conversation.conversation (estate, building, trouble) WHERE trouble IS NOT NULL AND state <> 'CLOSED';
-- The figures: what began when, what was answered when.
CREATE INDEX ON conversation.conversation (opened_at);

CREATE TABLE conversation.message (
    id              uuid PRIMARY KEY,
    conversation_id uuid NOT NULL REFERENCES conversation.conversation ON DELETE CASCADE,
    at              timestamptz NOT NULL,
    author_kind     text COLLATE "C" NOT NULL CHECK (author_kind IN ('TENANT', 'STAFF', 'SYSTEM')),
    author          text COLLATE "C" NOT NULL, -- the tenant's number, or the staff account
    author_name     text NOT NULL,
    body            text NOT NULL,
    internal        boolean NOT NULL DEFAULT false, -- a note that tenants never see
    key             uuid NOT NULL, -- made with the form: sent again, it is the same message
    UNIQUE (author, key)
);
CREATE INDEX ON conversation.message (conversation_id, at, id);

CREATE TABLE conversation.message_attachment (
    attachment_id uuid PRIMARY KEY,
    message_id    uuid NOT NULL REFERENCES conversation.message ON DELETE CASCADE,
    place         smallint NOT NULL
);
CREATE INDEX ON conversation.message_attachment (message_id);

-- What happened besides the words; appended, never changed.
CREATE TABLE conversation.step (
    id              uuid PRIMARY KEY,
    conversation_id uuid NOT NULL REFERENCES conversation.conversation ON DELETE CASCADE,
    at              timestamptz NOT NULL,
    act             text COLLATE "C" NOT NULL CHECK (act IN ('MOVED', 'ASSIGNED', 'HANDED_OVER', 'OFFERED', 'CHOSE', 'DECLINED')),
    from_state      text COLLATE "C",
    to_state        text COLLATE "C",
    author_kind     text COLLATE "C" NOT NULL CHECK (author_kind IN ('TENANT', 'STAFF', 'SYSTEM')),
    author          text COLLATE "C" NOT NULL,
    author_name     text NOT NULL,
    why             text -- in their words, or whom it was given to
);
CREATE INDEX ON conversation.step (conversation_id, at, id);

-- Until where somebody has read.
CREATE TABLE conversation.read_mark (
    conversation_id uuid NOT NULL REFERENCES conversation.conversation ON DELETE CASCADE,
    reader_kind     text COLLATE "C" NOT NULL CHECK (reader_kind IN ('TENANT', 'STAFF')),
    reader          text COLLATE "C" NOT NULL,
    until           timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, reader_kind, reader)
);

-- Times that the agency offers; at most one of a conversation is chosen.
CREATE TABLE conversation.slot (
    id              uuid PRIMARY KEY,
    conversation_id uuid NOT NULL REFERENCES conversation.conversation ON DELETE CASCADE,
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz NOT NULL CHECK (ends_at > starts_at),
    offered_at      timestamptz NOT NULL,
    offered_by      text NOT NULL,
    state           text COLLATE "C" NOT NULL CHECK (state IN ('OFFERED', 'CHOSEN', 'DECLINED', 'WITHDRAWN'))
);
CREATE INDEX ON conversation.slot (conversation_id, starts_at);
CREATE UNIQUE INDEX ON conversation.slot (conversation_id) WHERE state = 'CHOSEN';

-- Neighbours with the same trouble: they see its state, never a word of it.
CREATE TABLE conversation.follower (
    conversation_id uuid NOT NULL REFERENCES conversation.conversation ON DELETE CASCADE,
    tenant_number   text COLLATE "C" NOT NULL,
    lease_number    text COLLATE "C" NOT NULL,
    since           timestamptz NOT NULL,
    PRIMARY KEY (conversation_id, tenant_number)
);
CREATE INDEX ON conversation.follower (tenant_number);
