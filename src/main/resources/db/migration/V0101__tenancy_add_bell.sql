-- Some of what waits to be read counts at the bell, the rest at Messages.
ALTER TABLE tenancy.unread ADD COLUMN bell boolean NOT NULL DEFAULT false;
