-- Each claim has tries of its own at the code from the counter: a stranger with the two printed numbers must not use up
-- those of the tenant who stands there.
ALTER TABLE access.activation ADD COLUMN counter_tries smallint NOT NULL DEFAULT 0;
