-- Keys of callers: only the SHA-256 of a key is kept. roles are separated by spaces; instants are UTC as in the record.
CREATE TABLE citygrains.api_keys (
    name       text COLLATE "C" PRIMARY KEY,
    hash       bytea            NOT NULL UNIQUE,
    roles      text COLLATE "C" NOT NULL,
    office     text COLLATE "C" NOT NULL,
    created_at text COLLATE "C" NOT NULL,
    expires_at text COLLATE "C",
    revoked_at text COLLATE "C"
);
