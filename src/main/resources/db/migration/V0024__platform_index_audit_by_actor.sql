-- A tenant's history on the desk: what they did themselves.
CREATE INDEX ON platform.audit_line (actor, at);
