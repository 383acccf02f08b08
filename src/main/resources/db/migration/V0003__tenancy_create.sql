CREATE SCHEMA tenancy;

CREATE TABLE tenancy.dwelling (
    number       text COLLATE "C" PRIMARY KEY,
    lookup_key   text GENERATED ALWAYS AS (platform.lookup_key(number)) STORED,
    type         text NOT NULL,
    floor        text,
    door         text,
    building     text,
    estate       text,
    address      text NOT NULL,
    postcode     text NOT NULL,
    city         text NOT NULL,
    surface_m2   numeric(7, 2),
    agency_code  text,
    adviser_code text,
    closed_at    timestamptz
);
CREATE INDEX ON tenancy.dwelling (lookup_key);

CREATE TABLE tenancy.tenant (
    number     text COLLATE "C" PRIMARY KEY,
    lookup_key text GENERATED ALWAYS AS (platform.lookup_key(number)) STORED,
    title      text,
    first_name text,
    last_name  text NOT NULL,
    mobile     text, -- as the ERP has it; kernel.Phone reads it
    email      text,
    language   text,
    closed_at  timestamptz
);
CREATE INDEX ON tenancy.tenant (lookup_key);

CREATE TABLE tenancy.lease (
    number          text COLLATE "C" PRIMARY KEY,
    dwelling_number text COLLATE "C" NOT NULL REFERENCES tenancy.dwelling,
    starts_on       date NOT NULL,
    ends_on         date,
    term            text NOT NULL CHECK (term IN ('IN_ARREARS', 'IN_ADVANCE')),
    due_day         smallint NOT NULL CHECK (due_day BETWEEN 1 AND 31),
    payment_method  text,
    closed_at       timestamptz
);
CREATE INDEX ON tenancy.lease (dwelling_number);

CREATE TABLE tenancy.lease_holder (
    lease_number  text COLLATE "C" NOT NULL REFERENCES tenancy.lease,
    tenant_number text COLLATE "C" NOT NULL REFERENCES tenancy.tenant,
    role          text NOT NULL CHECK (role IN ('HOLDER', 'CO_HOLDER', 'OCCUPANT')),
    closed_at     timestamptz,
    PRIMARY KEY (tenant_number, lease_number)
);
CREATE INDEX ON tenancy.lease_holder (lease_number);

-- What someone says is wrong in the contact details: a task for the agency's desk.
CREATE TABLE tenancy.contact_request (
    id              uuid PRIMARY KEY,
    asked_at        timestamptz NOT NULL,
    reason          text NOT NULL CHECK (reason IN ('NOT_MY_NUMBER', 'NO_MOBILE', 'DETAILS_WRONG')),
    -- What was typed at activation; it need not exist.
    tenant_number   text NOT NULL,
    dwelling_number text,
    details         text,
    state           text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE')),
    done_at         timestamptz
);
CREATE INDEX ON tenancy.contact_request (tenant_number, asked_at);
