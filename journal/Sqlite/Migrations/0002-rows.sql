-- The rows: what lists and lookups know, derived from the record and written in its transactions. Can be thrown away and rebuilt.
CREATE TABLE agreements (
    number      INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    hash        BLOB    NOT NULL,
    recorded_at TEXT    NOT NULL,
    format      INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    office      TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    signed_on   TEXT,
    search      TEXT    NOT NULL,
    body        TEXT    NOT NULL
);

CREATE TABLE cities (
    number      INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    hash        BLOB    NOT NULL,
    recorded_at TEXT    NOT NULL,
    format      INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    country     TEXT    NOT NULL,
    search      TEXT    NOT NULL,
    body        TEXT    NOT NULL
);

CREATE TABLE agreement_facets (name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (name, value, id)) WITHOUT ROWID;
CREATE TABLE city_facets (name TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (name, value, id)) WITHOUT ROWID;

-- Words of the column search, which is folded already: lower case, no diacritics, one space between.
CREATE VIRTUAL TABLE agreement_search USING fts5 (search, content = 'agreements', content_rowid = 'number', detail = none, columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE city_search USING fts5 (search, content = 'cities', content_rowid = 'number', detail = none, columnsize = 0, tokenize = 'ascii');

-- How many rows of a kind have a facet; name 'total' with the empty value counts them all.
CREATE TABLE counters (kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, name, value)) WITHOUT ROWID;

-- The format all rows of a kind are in; another than the program's, or none, has them rebuilt at start.
CREATE TABLE row_formats (kind TEXT PRIMARY KEY, format INTEGER NOT NULL) WITHOUT ROWID;
