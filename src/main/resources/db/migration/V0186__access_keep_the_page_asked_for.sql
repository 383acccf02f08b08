-- The page of the desk that was asked for, to go on to after the identity provider; empty for the desk itself.
ALTER TABLE access.oidc_attempt ADD COLUMN next_path text NOT NULL DEFAULT '';
