-- Which of the staff looked into which tenant's file, when, and why when that was asked. Append only; the tenant may
-- see it. The name stands here as it was then: who has left is still named.
CREATE TABLE platform.look (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            timestamptz NOT NULL,
    staff_id      uuid        NOT NULL,
    staff_name    text        NOT NULL,
    tenant_number text        NOT NULL,
    what          text        NOT NULL,
    why           text
);
CREATE INDEX ON platform.look (tenant_number, at DESC);
CREATE INDEX ON platform.look (staff_id, at DESC);
CREATE INDEX ON platform.look (at);
