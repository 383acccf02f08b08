CREATE SCHEMA home;

-- What kept somebody from using a page, in their words. Anyone may write one; nobody has to say who they are.
CREATE TABLE home.barrier (
    id           uuid PRIMARY KEY,
    told_at      timestamptz NOT NULL,
    page         text        NOT NULL, -- as they name it: an address, or 'payer'
    trouble      text        NOT NULL,
    contact      text,                 -- how to answer; null when they do not wish one
    done_at      timestamptz,
    done_by_name text
);
CREATE INDEX ON home.barrier (told_at DESC);
