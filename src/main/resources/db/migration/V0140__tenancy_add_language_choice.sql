-- The language that a tenant chose once, on whatever device: of the pages, and of what we send. Whoever never chose has
-- what the ERP says.
CREATE TABLE tenancy.language_choice (
    tenant_number text PRIMARY KEY,
    language      text        NOT NULL,
    chosen_at     timestamptz NOT NULL
);
