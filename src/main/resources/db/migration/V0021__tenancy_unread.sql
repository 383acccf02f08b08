-- What waits to be read by a tenant, written by the modules above in the transaction that brings it. It lies here so
-- that the statement that reads a signed-in tenant can count it: the number stands on every page and must not cost one
-- more round trip.
CREATE TABLE tenancy.unread (
    tenant_number text COLLATE "C" NOT NULL,
    thing         uuid NOT NULL,
    PRIMARY KEY (tenant_number, thing)
);
