-- Search at the agency's desk. docs/adr/0010-search.md says why it is built like this.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
-- Brings the library in, so that its setting is known below whoever runs this.
SELECT public.similarity('opal', 'opal');

-- The words of a text without accents or capitals; kept equal to tenancy.Words by a test.
CREATE FUNCTION tenancy.search_words(written text) RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN array_remove(regexp_split_to_array(
        lower(public.unaccent('public.unaccent', coalesce(written, ''))), '[^a-z0-9]+'), '');

-- One row for each holder of each lease: what they can be found by.
CREATE TABLE tenancy.search_entry (
    tenant_number text COLLATE "C" NOT NULL,
    lease_number  text COLLATE "C" NOT NULL,
    agency_code   text COLLATE "C",
    running       boolean NOT NULL, -- the lease had not ended when the last package was taken
    ends_on       date,
    name          text COLLATE "C" NOT NULL, -- 'benali nadia'
    -- Lexemes, by their first letter: w word of name or address, t tenant, d dwelling, l lease number,
    -- p phone (each part from a pair of digits on), m e-mail, a agency.
    found_by      tsvector NOT NULL,
    PRIMARY KEY (tenant_number, lease_number)
);

-- Every word of a name or an address, once: what a misspelt word may have meant.
CREATE TABLE tenancy.search_word (
    word text COLLATE "C" PRIMARY KEY
);

-- What an entry has to say, worked out from the tables. A lease that is closed, or a tenant, is in no entry.
CREATE VIEW tenancy.search_source AS
SELECT h.tenant_number, h.lease_number, d.agency_code,
       l.ends_on IS NULL OR l.ends_on >= current_date AS running,
       l.ends_on,
       array_to_string(tenancy.search_words(concat_ws(' ', t.last_name, t.first_name)), ' ') COLLATE "C" AS name,
       array_to_tsvector(ARRAY(
           SELECT 'w' || word FROM unnest(tenancy.search_words(concat_ws(' ', t.last_name, t.first_name))) word
           UNION ALL
           -- 'Jean-Pierre', 'Le Goff': people leave the space out.
           SELECT 'w' || array_to_string(tenancy.search_words(part), '')
           FROM unnest(ARRAY[t.last_name, t.first_name]) part WHERE part ~ '[^[:alpha:]]'
           UNION ALL
           SELECT 'w' || word
           FROM unnest(tenancy.search_words(concat_ws(' ', d.address, d.postcode, d.city, d.estate))) word
           WHERE word <> ALL ('{rue,avenue,av,allee,boulevard,bd,place,square,chemin,impasse,residence,de,du,des,la,le,les,l,d,et}')
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
           UNION ALL SELECT 'a' || d.agency_code WHERE d.agency_code IS NOT NULL)) AS found_by
FROM tenancy.lease_holder h
JOIN tenancy.tenant t ON t.number = h.tenant_number AND t.closed_at IS NULL
JOIN tenancy.lease l ON l.number = h.lease_number AND l.closed_at IS NULL
JOIN tenancy.dwelling d ON d.number = l.dwelling_number
LEFT JOIN tenancy.phone_correction c ON c.tenant_number = h.tenant_number AND c.state = 'OPEN'
WHERE h.closed_at IS NULL AND h.role IN ('HOLDER', 'CO_HOLDER');

INSERT INTO tenancy.search_entry SELECT * FROM tenancy.search_source;

CREATE INDEX search_entry_found_by ON tenancy.search_entry USING gin (found_by) WITH (fastupdate = off);
CREATE INDEX search_entry_name ON tenancy.search_entry (running, name, agency_code);
CREATE INDEX search_entry_ends_on ON tenancy.search_entry (ends_on) WHERE running AND ends_on IS NOT NULL;

INSERT INTO tenancy.search_word
SELECT DISTINCT substr(lexeme, 2) FROM tenancy.search_entry, unnest(found_by) WHERE lexeme ~ '^w[a-z]{3,}$';
CREATE INDEX search_word_trigrams ON tenancy.search_word USING gin (word public.gin_trgm_ops) WITH (fastupdate = off);

-- The words that look most like a typed one, however short: 'benlai' shares few trigrams with 'benali'.
CREATE FUNCTION tenancy.words_near(typed text, most int) RETURNS SETOF text
    LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = 0.2
    BEGIN ATOMIC
        SELECT word FROM tenancy.search_word WHERE word OPERATOR(public.%) typed
        ORDER BY public.similarity(word, typed) DESC LIMIT most;
    END;
