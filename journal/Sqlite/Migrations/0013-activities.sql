-- Activities, as agreements and cities lie.
CREATE TABLE activities (
    number      INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    hash        BLOB    NOT NULL,
    recorded_at TEXT    NOT NULL,
    format      INTEGER NOT NULL,
    title       TEXT    NOT NULL,
    search      TEXT    NOT NULL,
    facets      TEXT    NOT NULL,
    body        TEXT    NOT NULL
);

CREATE VIRTUAL TABLE activity_index USING fts5 (
    search, facets, content = 'activities', content_rowid = 'number', detail = none, columnsize = 0, tokenize = "ascii tokenchars '=^+~-'");

CREATE TABLE activity_periods (
    number      INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL,
    recorded_at TEXT    NOT NULL,
    replaced_at TEXT    NOT NULL,
    since       TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    facets      TEXT    NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
) WITHOUT ROWID;
