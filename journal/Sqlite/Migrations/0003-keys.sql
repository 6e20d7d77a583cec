-- Keys of callers: only the SHA-256 of a key is kept. roles are separated by spaces; instants are UTC as in the record.
CREATE TABLE api_keys (
    name       TEXT NOT NULL PRIMARY KEY,
    hash       BLOB NOT NULL UNIQUE,
    roles      TEXT NOT NULL,
    office     TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT,
    revoked_at TEXT
) WITHOUT ROWID;
