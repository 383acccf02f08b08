-- A correction that the ERP was told of and that was withdrawn since: the ERP is told that too.
ALTER TABLE tenancy.phone_correction ADD COLUMN withdrawal_export_number bigint;
CREATE INDEX ON tenancy.phone_correction (withdrawal_export_number);
CREATE INDEX phone_correction_unsent ON tenancy.phone_correction (made_at) WHERE export_number IS NULL AND state = 'OPEN';
