-- How many tenants each agency has, and how many of these have activated their account: counted every hour where there
-- are too many to be counted while somebody waits.
CREATE TABLE access.activated_share (
    agency_code text COLLATE "C" PRIMARY KEY,
    tenants     int         NOT NULL,
    activated   int         NOT NULL,
    counted_at  timestamptz NOT NULL
);
