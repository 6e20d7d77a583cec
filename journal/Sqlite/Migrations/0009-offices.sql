-- Offices, as agreements and cities lie.
CREATE TABLE offices (
    number      INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    hash        BLOB    NOT NULL,
    recorded_at TEXT    NOT NULL,
    format      INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    search      TEXT    NOT NULL,
    facets      TEXT    NOT NULL,
    body        TEXT    NOT NULL
);

CREATE VIRTUAL TABLE office_index USING fts5 (
    search, facets, content = 'offices', content_rowid = 'number', detail = none, columnsize = 0, tokenize = "ascii tokenchars '=^+~-'");

CREATE TABLE office_periods (
    number      INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL,
    recorded_at TEXT    NOT NULL,
    replaced_at TEXT    NOT NULL,
    since       TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    facets      TEXT    NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
) WITHOUT ROWID;
