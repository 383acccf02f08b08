-- What goes into the one e-mail of the day.
ALTER TABLE notification.told ADD COLUMN evening boolean NOT NULL DEFAULT false;
CREATE INDEX told_evening ON notification.told (tenant_number) WHERE evening;
