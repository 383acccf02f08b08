-- What people send, made harmless.
CREATE SCHEMA attachment;

CREATE TABLE attachment.piece (
    id          uuid PRIMARY KEY,
    owner       text COLLATE "C" NOT NULL, -- who sent it: 'tenant:48213', 'staff:<id>'
    name        text NOT NULL,
    kind        text COLLATE "C" NOT NULL CHECK (kind IN ('JPEG', 'PNG', 'HEIC', 'PDF')),
    size        integer NOT NULL,
    width       integer, -- of a picture
    height      integer,
    received_at timestamptz NOT NULL,
    bound_at    timestamptz -- when what it belongs to was sent; null: nobody but its owner sees it, and not for long
);
CREATE INDEX ON attachment.piece (received_at) WHERE bound_at IS NULL;
CREATE INDEX ON attachment.piece (owner) WHERE bound_at IS NULL;

-- Apart, so that lists do not read past it. External: photos and PDFs are compressed already.
CREATE TABLE attachment.content (
    piece_id uuid PRIMARY KEY REFERENCES attachment.piece ON DELETE CASCADE,
    bytes    bytea NOT NULL,
    small    bytea -- a JPEG of 30 kB at most, for lists
);
ALTER TABLE attachment.content ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE attachment.content ALTER COLUMN small SET STORAGE EXTERNAL;
