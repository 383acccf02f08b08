-- The estates and buildings of an agency, to choose from and to count in.
CREATE INDEX ON tenancy.dwelling (agency_code, city, estate, building);
