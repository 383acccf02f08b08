-- Where the ERP knows them: a part of a building.
ALTER TABLE tenancy.dwelling ADD staircase text;
CREATE INDEX dwelling_staircase ON tenancy.dwelling (agency_code, city, estate, building, staircase)
    WHERE staircase IS NOT NULL;
