-- The record: what has happened. Never updated, never deleted.
-- data and meta are text exactly as hashed; command_id is a UUID, 16 bytes, big-endian (RFC 9562).
CREATE TABLE events (
    position      INTEGER PRIMARY KEY,
    stream        TEXT    NOT NULL,
    version       INTEGER NOT NULL,
    type          TEXT    NOT NULL,
    data          TEXT    NOT NULL,
    meta          TEXT    NOT NULL,
    occurred_on   TEXT    NOT NULL,
    recorded_at   TEXT    NOT NULL,
    command_id    BLOB    NOT NULL,
    command_index INTEGER NOT NULL,
    hash          BLOB    NOT NULL
);

CREATE UNIQUE INDEX events_stream ON events (stream, version);
CREATE UNIQUE INDEX events_command ON events (command_id, command_index);
