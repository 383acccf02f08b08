-- Telephone numbers that a package of the ERP changed, until their tenants are told: the number of before has to be
-- told, too, and no table has it any more.
CREATE TABLE tenancy.phone_change (
    tenant_number text COLLATE "C" PRIMARY KEY,
    id            uuid        NOT NULL DEFAULT gen_random_uuid(),
    former        text,                 -- as the ERP had it when it was told last; null when there was none
    changed_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON tenancy.phone_change (changed_at);
