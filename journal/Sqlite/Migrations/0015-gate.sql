-- Sessions of browsers and links that begin one: only the SHA-256 of what the bearer holds is kept, and the hash of the key it stands for.
-- Whoever's key is revoked, rotated or expired is signed out by that. Instants are UTC as in the record.
CREATE TABLE sign_ins (
    hash       BLOB NOT NULL PRIMARY KEY,
    kind       TEXT NOT NULL,
    key_hash   BLOB NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) WITHOUT ROWID;

-- Days of the access log, as agreements and cities lie.
CREATE TABLE access_days (
    number      INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    version     INTEGER NOT NULL,
    hash        BLOB    NOT NULL,
    recorded_at TEXT    NOT NULL,
    format      INTEGER NOT NULL,
    search      TEXT    NOT NULL,
    facets      TEXT    NOT NULL,
    body        TEXT    NOT NULL
);

CREATE VIRTUAL TABLE access_day_index USING fts5 (
    search, facets, content = 'access_days', content_rowid = 'number', detail = none, columnsize = 0, tokenize = "ascii tokenchars '=^+~-'");

CREATE TABLE access_day_periods (
    number      INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL,
    recorded_at TEXT    NOT NULL,
    replaced_at TEXT    NOT NULL,
    since       TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    facets      TEXT    NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
) WITHOUT ROWID;
