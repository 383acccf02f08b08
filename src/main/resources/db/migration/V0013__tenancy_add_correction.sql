-- A phone number as the search and comparisons see it: digits only, French country codes as the 0 that people dial.
-- '+33 (0)6 41…', '0033641…' and '06.41…' are one number; one of another country keeps its code.
CREATE FUNCTION tenancy.phone_digits(written text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(regexp_replace(regexp_replace(written, '[^0-9+]', '', 'g'),
        '^(\+|00)(33|262|590|594|596)0?', '0'), '[^0-9]', '', 'g');

-- A number that the agency has corrected. While it is open it stands in for what the ERP has.
CREATE TABLE tenancy.phone_correction (
    id            uuid PRIMARY KEY,
    tenant_number text COLLATE "C" NOT NULL,
    mobile        text        NOT NULL, -- E.164
    former        text,                 -- what stood there before, as it was written; null when there was none
    reason        text        NOT NULL,
    made_at       timestamptz NOT NULL,
    made_by       uuid        NOT NULL,
    made_by_name  text        NOT NULL, -- as it was then: the history stays readable when somebody leaves
    -- SETTLED: the ERP has it too. REPLACED: by a later correction. DROPPED: the ERP's number was taken back.
    state         text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'SETTLED', 'REPLACED', 'DROPPED')),
    ended_at      timestamptz,
    export_number bigint                -- of the package that told the ERP; null until then
);
-- One at a time; the pages look for it with every tenant they read.
CREATE UNIQUE INDEX phone_correction_open ON tenancy.phone_correction (tenant_number) WHERE state = 'OPEN';
CREATE INDEX ON tenancy.phone_correction (tenant_number, made_at);
CREATE INDEX ON tenancy.phone_correction (export_number);

-- Who dealt with what a tenant asked.
ALTER TABLE tenancy.contact_request
    ADD COLUMN done_by_name text,
    ADD COLUMN lookup_key text GENERATED ALWAYS AS (platform.lookup_key(tenant_number)) STORED;
CREATE INDEX contact_request_open ON tenancy.contact_request (asked_at) WHERE state = 'OPEN';
CREATE INDEX ON tenancy.contact_request (lookup_key, asked_at);
DROP INDEX tenancy.contact_request_tenant_number_asked_at_idx;
