-- The rows: what lists and lookups know, derived from the record and written in its transactions. Can be thrown away and rebuilt.
-- number is the position of the stream's first event, so rows lie, and are listed, in the order they were first recorded.
-- search holds folded words, facets holds what a row is filtered by as tokens, =state=^in^effect =country=^v^n (^x is X, + a space, ~3b the byte 3b).
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
    facets      TEXT    NOT NULL,
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
    facets      TEXT    NOT NULL,
    body        TEXT    NOT NULL
);

-- One inverted index for words and facets; writes to it are sequential, whatever the order of ids.
CREATE VIRTUAL TABLE agreement_index USING fts5 (
    search, facets, content = 'agreements', content_rowid = 'number', detail = none, columnsize = 0, tokenize = "ascii tokenchars '=^+~-'");
CREATE VIRTUAL TABLE city_index USING fts5 (
    search, facets, content = 'cities', content_rowid = 'number', detail = none, columnsize = 0, tokenize = "ascii tokenchars '=^+~-'");

-- How many rows of a kind have a facet; name 'total' with the empty value counts them all.
CREATE TABLE counters (kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, name, value)) WITHOUT ROWID;

-- The format all rows of a kind are in; another than the program's, or none, has them rebuilt at start.
CREATE TABLE row_formats (kind TEXT PRIMARY KEY, format INTEGER NOT NULL) WITHOUT ROWID;
