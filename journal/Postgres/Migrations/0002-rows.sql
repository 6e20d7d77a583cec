-- The rows: what lists and lookups know, derived from the record and written in its transactions. Can be thrown away and rebuilt.
-- number is the position of the stream's first event, so rows are listed in the order they were first recorded. Pages keep room for the next version of their rows.
CREATE TABLE citygrains.agreements (
    number      bigint           NOT NULL UNIQUE,
    id          text COLLATE "C" NOT NULL PRIMARY KEY,
    version     bigint           NOT NULL,
    hash        bytea            NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    format      integer          NOT NULL,
    state       text COLLATE "C" NOT NULL,
    kind        text COLLATE "C" NOT NULL,
    office      text COLLATE "C" NOT NULL,
    title       text COLLATE "C" NOT NULL,
    signed_on   text COLLATE "C",
    search      text COLLATE "C" NOT NULL,
    body        text COLLATE "C" NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE citygrains.cities (
    number      bigint           NOT NULL UNIQUE,
    id          text COLLATE "C" NOT NULL PRIMARY KEY,
    version     bigint           NOT NULL,
    hash        bytea            NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    format      integer          NOT NULL,
    name        text COLLATE "C" NOT NULL,
    country     text COLLATE "C" NOT NULL,
    search      text COLLATE "C" NOT NULL,
    body        text COLLATE "C" NOT NULL
) WITH (fillfactor = 70);

-- What rows are filtered by, in the order they are listed.
CREATE TABLE citygrains.agreement_facets (name text COLLATE "C", value text COLLATE "C", number bigint, PRIMARY KEY (name, value, number));
CREATE TABLE citygrains.city_facets (name text COLLATE "C", value text COLLATE "C", number bigint, PRIMARY KEY (name, value, number));

-- The words of a search text, which is folded already: lower case, no diacritics, one space between. No parser of a language touches them.
-- The index takes no word over 2046 bytes: of longer words it has the first 500 characters, and the search text tells the rest.
CREATE FUNCTION citygrains.words(search text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN octet_length(search) <= 2046 THEN array_to_tsvector(string_to_array(search, ' '))
                  ELSE array_to_tsvector(ARRAY(SELECT left(word, 500) FROM unnest(string_to_array(search, ' ')) AS word)) END $$;

CREATE INDEX agreement_words ON citygrains.agreements USING gin (citygrains.words(search));
CREATE INDEX city_words ON citygrains.cities USING gin (citygrains.words(search));

-- How many rows of a kind have a facet; name 'total' with the empty value counts them all.
CREATE TABLE citygrains.counters (
    kind  text COLLATE "C",
    name  text COLLATE "C",
    value text COLLATE "C",
    n     bigint NOT NULL,
    PRIMARY KEY (kind, name, value)
) WITH (fillfactor = 20);

-- The format all rows of a kind are in; another than the program's, or none, has them rebuilt at start.
CREATE TABLE citygrains.row_formats (kind text COLLATE "C" PRIMARY KEY, format integer NOT NULL);

-- Fails the transaction when a statement did not touch as many rows as it had to: then a row is not what its events say.
CREATE FUNCTION citygrains.expect(written bigint, wanted bigint) RETURNS void LANGUAGE plpgsql
AS $$ BEGIN
    IF written <> wanted THEN RAISE EXCEPTION 'wrote % rows, not %', written, wanted USING ERRCODE = 'CG001'; END IF;
END $$;
