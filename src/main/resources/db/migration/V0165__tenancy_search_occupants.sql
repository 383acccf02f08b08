-- Occupants are found as well, and known as such; and the first three letters of each word are a lexeme of their own
-- ('x'): two short beginnings meet in the index without all that begins so being gathered first.
-- docs/adr/0010-search.md.
ALTER TABLE tenancy.search_entry ADD occupant boolean NOT NULL DEFAULT false;
ALTER TABLE tenancy.search_entry ALTER occupant DROP DEFAULT;

CREATE OR REPLACE VIEW tenancy.search_source AS
SELECT h.tenant_number, h.lease_number, d.agency_code,
       l.ends_on IS NULL OR l.ends_on >= current_date AS running,
       l.ends_on,
       array_to_string(tenancy.search_words(concat_ws(' ', t.last_name, t.first_name)), ' ') COLLATE "C" AS name,
       array_to_tsvector(ARRAY(
           SELECT 'w' || word FROM unnest(said.words) word
           UNION ALL
           SELECT 'x' || left(word, 3) FROM unnest(said.words) word WHERE length(word) >= 3
           UNION ALL SELECT 't' || t.lookup_key
           UNION ALL SELECT 'l' || platform.lookup_key(h.lease_number)
           UNION ALL SELECT 'd' || d.lookup_key
           UNION ALL
           -- '0214-02-204' is also asked for as '02-204' and '204'.
           SELECT 'd' || regexp_replace(substr(d.number, at + 1), '[^0-9A-Za-z]', '', 'g')
           FROM generate_series(2, length(d.number) - 1) at WHERE substr(d.number, at, 1) !~ '[0-9A-Za-z]'
           UNION ALL
           SELECT 'p' || substr(phone, from_digit)
           FROM unnest(ARRAY[tenancy.phone_digits(t.mobile), tenancy.phone_digits(c.mobile)]) phone
                CROSS JOIN generate_series(1, 7, 2) from_digit
           WHERE length(phone) >= from_digit + 3
           UNION ALL SELECT 'm' || lower(t.email) WHERE t.email IS NOT NULL
           UNION ALL SELECT 'a' || d.agency_code WHERE d.agency_code IS NOT NULL)) AS found_by,
       h.role = 'OCCUPANT' AS occupant
FROM tenancy.lease_holder h
JOIN tenancy.tenant t ON t.number = h.tenant_number AND t.closed_at IS NULL
JOIN tenancy.lease l ON l.number = h.lease_number AND l.closed_at IS NULL
JOIN tenancy.dwelling d ON d.number = l.dwelling_number
LEFT JOIN tenancy.phone_correction c ON c.tenant_number = h.tenant_number AND c.state = 'OPEN'
CROSS JOIN LATERAL (SELECT ARRAY(
           SELECT unnest(tenancy.search_words(concat_ws(' ', t.last_name, t.first_name)))
           UNION ALL
           -- 'Jean-Pierre', 'Le Goff': people leave the space out.
           SELECT array_to_string(tenancy.search_words(part), '')
           FROM unnest(ARRAY[t.last_name, t.first_name]) part WHERE part ~ '[^[:alpha:]]'
           UNION ALL
           SELECT word
           FROM unnest(tenancy.search_words(concat_ws(' ', d.address, d.postcode, d.city, d.estate))) word
           WHERE word <> ALL ('{rue,avenue,av,allee,boulevard,bd,place,square,chemin,impasse,residence,de,du,des,la,le,les,l,d,et}')
       ) AS words) said
WHERE h.closed_at IS NULL;

DROP INDEX tenancy.search_entry_found_by, tenancy.search_entry_name, tenancy.search_entry_ends_on;
TRUNCATE tenancy.search_entry;
INSERT INTO tenancy.search_entry SELECT * FROM tenancy.search_source;
CREATE INDEX search_entry_found_by ON tenancy.search_entry USING gin (found_by) WITH (fastupdate = off);
CREATE INDEX search_entry_name ON tenancy.search_entry (running, name, agency_code);
CREATE INDEX search_entry_ends_on ON tenancy.search_entry (ends_on) WHERE running AND ends_on IS NOT NULL;
INSERT INTO tenancy.search_word
SELECT DISTINCT substr(lexeme, 2) FROM tenancy.search_entry, unnest(found_by)
WHERE occupant AND lexeme ~ '^w[a-z]{3,}$' ON CONFLICT DO NOTHING;
