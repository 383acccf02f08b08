-- The same entries as before, with each name and address taken apart once and not twice: a first import waits for it.
CREATE OR REPLACE VIEW tenancy.search_source AS
SELECT h.tenant_number, h.lease_number, d.agency_code,
       l.ends_on IS NULL OR l.ends_on >= current_date AS running,
       l.ends_on,
       array_to_string(tenancy.search_words(concat_ws(' ', t.last_name, t.first_name)), ' ') COLLATE "C" AS name,
       array_to_tsvector(ARRAY(
           SELECT unnest(CASE WHEN length(word) >= 3 THEN ARRAY['w' || word, 'x' || left(word, 3)]
                              ELSE ARRAY['w' || word] END)
           FROM unnest(said.words) word
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
