CREATE SCHEMA news;

-- What the landlord announces: where, when it happens, from when it is shown. Shown until it is over.
CREATE TABLE news.announcement (
    id             uuid PRIMARY KEY,
    kind           text COLLATE "C" NOT NULL CHECK (kind IN ('WORKS', 'CUT', 'EVENT')),
    -- How far it reaches: each of these narrows the one before; all null is everywhere.
    agency_code    text COLLATE "C",
    city           text,
    estate         text,
    building       text,
    title_fr       text NOT NULL,
    text_fr        text NOT NULL,
    title_en       text, -- with the text, or neither
    text_en        text,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL CHECK (ends_at > starts_at),
    shown_from     timestamptz NOT NULL,
    households     integer     NOT NULL, -- when it was last sent
    written_at     timestamptz NOT NULL,
    written_by     text        NOT NULL, -- the name of who wrote it last
    withdrawn_at   timestamptz,
    CHECK ((title_en IS NULL) = (text_en IS NULL)),
    CHECK (agency_code IS NOT NULL OR estate IS NULL),
    CHECK ((estate IS NULL) = (city IS NULL)),
    CHECK (estate IS NOT NULL OR building IS NULL)
);
CREATE INDEX ON news.announcement (ends_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ON news.announcement (agency_code, ends_at);
