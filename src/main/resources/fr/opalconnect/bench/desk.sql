-- A landlord of :leases leases, made in the database: names by how common they are, estates of forty dwellings, four
-- hundred agencies. The lists (bench.word) come from sample. Statements end with a semicolon at the end of a line.

-- The same share, from 0 to 1, for the same two numbers.
CREATE FUNCTION bench.share(n bigint, k bigint) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (hashint8extended(n, k) & 16777215)::float8 / 16777216;

-- The listed names first, then a long tail of made ones, as a country has it.
CREATE TABLE bench.name AS
SELECT row_number() OVER ()::int AS n, word FROM (
    SELECT word FROM (SELECT word FROM bench.word WHERE list = 'last-names' ORDER BY n) listed
    UNION ALL
    SELECT word FROM (
        SELECT DISTINCT initcap(a || b || c) AS word
        FROM unnest('{ba,ber,bou,cha,che,da,de,du,fa,fer,ga,gau,gi,la,le,lou,ma,mer,mo,na,pa,per,po,ra,ri,rou,sa,si,ta,vi}'::text[]) a,
             unnest('{"",ba,be,bi,cha,da,di,fa,gue,la,le,li,mi,mon,na,ni,pe,que,ra,ri,sa,se,ta,ti,tri,va,ve,vi,za,lo}'::text[]) b,
             unnest('{rd,lle,ne,nd,nt,rt,r,x,t,u,zé,gné,din,ret,lin,court,ville,mont,sson,vre,ier,eau,ot,et,in,on,ac,ez,ski,oui,idi,our,ane,ami,adi,are,allo,oulaye,ova,enko}'::text[]) c
        ORDER BY 1) made
    UNION ALL
    SELECT a.word || '-' || b.word FROM bench.word a, bench.word b
    WHERE a.list = 'last-names' AND b.list = 'last-names' AND a.n < b.n AND b.n % 8 = 0) names;

CREATE UNIQUE INDEX ON bench.name (n);

CREATE TABLE bench.city AS
SELECT g AS n, lpad((1000 + g * 19)::text, 5, '0') AS postcode,
       CASE WHEN g % 3 = 0 THEN 'Saint-' ELSE '' END || name.word AS word
FROM generate_series(1, 5000) g JOIN bench.name ON name.n = 200 + g * 3;

CREATE UNIQUE INDEX ON bench.city (n);

ANALYZE bench.word, bench.name, bench.city;

INSERT INTO landlord.agency (code, name) SELECT 'A' || lpad(g::text, 3, '0'), 'Agence ' || g FROM generate_series(0, 399) g;

INSERT INTO tenancy.dwelling (number, type, floor, door, building, estate, address, postcode, city, surface_m2, agency_code, adviser_code)
SELECT lpad(e::text, 6, '0') || '-' || lpad((1 + p / 14)::text, 2, '0') || '-' || lpad(p::text, 3, '0'),
       'T' || 1 + (bench.share(g, 1) * 5)::int, ((p % 14) / 3)::text, (p % 14)::text, chr(65 + p / 14), estate.word,
       (1 + (bench.share(e, 2) * 60)::int + 2 * (p / 14))::text || ' '
           || CASE WHEN bench.share(e, 3) < 0.5 THEN street.word ELSE 'rue ' || name.word END,
       city.postcode, city.word, 50, 'A' || lpad((e % 400)::text, 3, '0'), 'V' || e % 4000
FROM generate_series(0, :leases - 1) g, LATERAL (SELECT g / 40 AS e, g % 40 AS p) place
JOIN bench.word estate ON estate.list = 'estates'
     AND estate.n = 1 + (bench.share(e, 4) * (SELECT max(n) - 1 FROM bench.word WHERE list = 'estates'))::int
JOIN bench.word street ON street.list = 'streets'
     AND street.n = 1 + (bench.share(e, 5) * (SELECT max(n) - 1 FROM bench.word WHERE list = 'streets'))::int
JOIN bench.name ON name.n = 1 + (bench.share(e, 6) * 20000)::int
JOIN bench.city ON city.n = 1 + (e % 400) * 12 + (bench.share(e, 7) * 11)::int;

INSERT INTO tenancy.tenant (number, title, first_name, last_name, mobile, email, language)
SELECT lpad(g::text, 8, '0'), 'M.', first.word, last.word,
       CASE WHEN bench.share(g, 11) < 0.8
            THEN regexp_replace('06' || lpad((bench.share(g, 12) * 99999999)::int::text, 8, '0'), '(..)(?!$)', '\1 ', 'g')
            WHEN bench.share(g, 11) < 0.9 THEN '03 23' || lpad((bench.share(g, 13) * 999999)::int::text, 6, '0') END,
       CASE WHEN bench.share(g, 14) < 0.56
            THEN lower(public.unaccent(first.word || '.' || last.word)) || (g % 100)::text || '@example.org' END, 'fr'
FROM generate_series(1, :leases) g
JOIN bench.word first ON first.list = 'first-names' AND first.n =
     1 + floor(power(bench.share(g, 15), 1.4) * (SELECT max(n) FROM bench.word WHERE list = 'first-names'))::int
JOIN bench.name last ON last.n = 1 + floor(power(bench.share(g, 16), 3) * (SELECT max(n) FROM bench.name))::int;

INSERT INTO tenancy.lease (number, dwelling_number, starts_on, ends_on, term, due_day)
SELECT 'B' || lpad(g::text, 8, '0') || '-1', number, date '2010-01-01' + (bench.share(g, 20) * 5000)::int,
       CASE WHEN bench.share(g, 21) < 0.12 THEN date '2025-12-31' END, 'IN_ARREARS', 5
FROM (SELECT number, row_number() OVER (ORDER BY number) AS g FROM tenancy.dwelling) dwelling;

INSERT INTO tenancy.lease_holder (lease_number, tenant_number, role)
SELECT 'B' || lpad(g::text, 8, '0') || '-1', lpad(g::text, 8, '0'), 'HOLDER' FROM generate_series(1, :leases) g;

-- One lease in twelve has two holders.
INSERT INTO tenancy.lease_holder (lease_number, tenant_number, role)
SELECT 'B' || lpad(g::text, 8, '0') || '-1', lpad((g + 1)::text, 8, '0'), 'CO_HOLDER'
FROM generate_series(1, :leases - 1, 12) g;

ANALYZE tenancy.dwelling, tenancy.tenant, tenancy.lease, tenancy.lease_holder;

-- One lease in seventeen has had a conversation lately; one in eighty-five has one open.
INSERT INTO conversation.conversation
    (id, number, kind, subject, tenant_number, tenant_name, lease_number, shared, agency_code, estate, building, place,
     search_words, assignee, state, waiting_for, due_at, urgent, opened_at, answered_at, closed_at, last_at, last_author,
     last_words)
SELECT gen_random_uuid(), '26-' || g, CASE g % 3 WHEN 0 THEN 'MESSAGE' WHEN 1 THEN 'REPAIR' ELSE 'ACCOUNT_QUESTION' END,
       'Fuite sous l’évier', tenant.number, tenant.first_name || ' ' || tenant.last_name, lease.number, false,
       d.agency_code, d.estate, d.building, d.address,
       lower(public.unaccent('26-' || g || ' fuite sous l’evier ' || tenant.first_name || ' ' || tenant.last_name || ' ' || d.address)),
       CASE WHEN g % 4 = 0 THEN NULL ELSE md5(d.agency_code || g % 3)::uuid END,
       CASE WHEN g % 5 > 0 THEN 'CLOSED' WHEN g % 2 = 0 THEN 'RECEIVED' ELSE 'TAKEN_ON' END,
       CASE WHEN g % 5 > 0 THEN 'NOBODY' WHEN g % 3 = 0 THEN 'TENANT' ELSE 'AGENCY' END,
       CASE WHEN g % 5 = 0 AND g % 3 > 0 THEN now() + (bench.share(g, 30) * 10 - 2) * interval '1 day' END,
       g % 40 = 0, now() - bench.share(g, 31) * interval '300 days', NULL,
       CASE WHEN g % 5 > 0 THEN now() END, now() - bench.share(g, 31) * interval '200 days', 'TENANT',
       'Bonjour, l’eau coule sous l’évier depuis ce matin.'
FROM generate_series(1, :leases / 17) g
JOIN tenancy.lease_holder h ON h.tenant_number = lpad((g * 17)::text, 8, '0') AND h.role = 'HOLDER'
JOIN tenancy.tenant ON tenant.number = h.tenant_number
JOIN tenancy.lease ON lease.number = h.lease_number
JOIN tenancy.dwelling d ON d.number = lease.dwelling_number;

INSERT INTO conversation.read_mark (conversation_id, reader_kind, reader, until)
SELECT id, 'STAFF', 'agency', last_at FROM conversation.conversation WHERE hashtext(id::text) % 2 = 0;

ANALYZE conversation.conversation, conversation.read_mark;

-- Two tenants of three use the app; half of all households are insured, one in a hundred waits to be looked at.
INSERT INTO access.login (tenant_number, password_hash, activated_at, password_set_at)
SELECT number, '-', now(), now() FROM tenancy.tenant WHERE bench.share(number::bigint, 40) < 0.66;

INSERT INTO insurance.certificate
    (id, lease_number, tenant_number, form_key, state, valid_from, valid_until, insurer, pieces, sent_at)
SELECT gen_random_uuid(), 'B' || lpad(g::text, 8, '0') || '-1', lpad(g::text, 8, '0'), gen_random_uuid(),
       CASE WHEN g % 100 = 0 THEN 'SENT' ELSE 'ACCEPTED' END, day, day + 364, 'Assureur',
       ARRAY[gen_random_uuid()], day
FROM (SELECT g, current_date - 1 - (bench.share(g, 41) * 360)::int AS day FROM generate_series(2, :leases, 2) g) sent;

ANALYZE access.login, insurance.certificate;

-- What people are found by is worked out row by row: the benchmark calls this on two connections at once. The indexes
-- are built afterwards, as at a first import.
CREATE FUNCTION bench.fill(first text, last text) RETURNS void LANGUAGE sql
    AS 'INSERT INTO tenancy.search_entry SELECT * FROM tenancy.search_source WHERE tenant_number >= first AND tenant_number < last';

DROP INDEX tenancy.search_entry_found_by, tenancy.search_entry_name;

-- fill here

CREATE INDEX search_entry_found_by ON tenancy.search_entry USING gin (found_by) WITH (fastupdate = off);

CREATE INDEX search_entry_name ON tenancy.search_entry (running, name, agency_code);

INSERT INTO tenancy.search_word
SELECT DISTINCT word FROM (
    SELECT unnest(tenancy.search_words(word)) AS word FROM (
        SELECT word FROM bench.word UNION ALL SELECT word FROM bench.name UNION ALL SELECT word FROM bench.city) a) b
WHERE word ~ '^[a-z]{3,}$';

ANALYZE tenancy.search_entry, tenancy.search_word;

-- What the cases are drawn from.
CREATE TABLE bench.drawn AS
SELECT t.number, t.first_name, t.last_name, t.mobile, t.email, d.address, d.city, d.agency_code
FROM (SELECT * FROM tenancy.tenant WHERE number LIKE '%7' LIMIT 100000) t
JOIN tenancy.lease_holder h ON h.tenant_number = t.number
JOIN tenancy.lease l ON l.number = h.lease_number AND l.ends_on IS NULL
JOIN tenancy.dwelling d ON d.number = l.dwelling_number;

-- Made to its end: a run that finds this measures only.
CREATE TABLE bench.made AS SELECT :leases::bigint AS leases;
