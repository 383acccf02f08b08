-- Who works for the landlord and may sign in at the desk. What proves that it is them stands in the access module.
CREATE TABLE landlord.staff (
    id           uuid PRIMARY KEY,
    name         text        NOT NULL, -- as tenants see it
    email        text        NOT NULL, -- the name they sign in with
    role         text        NOT NULL CHECK (role IN ('ADVISER', 'AGENCY_MANAGER', 'ADMINISTRATOR')),
    agencies     text[]      NOT NULL DEFAULT '{}', -- codes; an administrator sees all, whatever stands here
    adviser_code text COLLATE "C", -- the resident adviser of the ERP's package that this account belongs to
    away_from    date, -- both days included; an end left open is open
    away_until   date,
    stand_in     uuid REFERENCES landlord.staff,
    added_at     timestamptz NOT NULL,
    closed_at    timestamptz,
    CHECK (away_from <= away_until),
    CHECK (away_until IS NULL OR away_from IS NOT NULL),
    CHECK (stand_in <> id)
);
-- Somebody who left and came back has two rows, one of them closed.
CREATE UNIQUE INDEX ON landlord.staff (lower(email)) WHERE closed_at IS NULL;
CREATE UNIQUE INDEX ON landlord.staff (adviser_code) WHERE closed_at IS NULL;
