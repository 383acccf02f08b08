CREATE SCHEMA landlord;

CREATE TABLE landlord.agency (
    code          text COLLATE "C" PRIMARY KEY,
    name          text NOT NULL,
    phone         text,
    email         text,
    address       text,
    postcode      text,
    city          text,
    opening_hours text,
    closed_at     timestamptz
);

CREATE TABLE landlord.adviser (
    code        text COLLATE "C" PRIMARY KEY,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    agency_code text NOT NULL REFERENCES landlord.agency,
    email       text,
    phone       text,
    closed_at   timestamptz
);
