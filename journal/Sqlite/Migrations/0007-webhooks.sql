-- Who is told of what is recorded. The secret lies here as it is, since deliveries are signed with it. types and offices hold one a line, none: all.
-- starts is the place in the feed before the first event it is told of. How far it has been told is the delivering grain's to remember.
CREATE TABLE webhooks (
    id         TEXT    NOT NULL PRIMARY KEY,
    url        TEXT    NOT NULL,
    secret     BLOB    NOT NULL,
    types      TEXT    NOT NULL,
    offices    TEXT    NOT NULL,
    starts     TEXT    NOT NULL,
    enabled    INTEGER NOT NULL,
    created_at TEXT    NOT NULL,
    created_by TEXT    NOT NULL
) WITHOUT ROWID;

-- Every change of one, and who made it; stays when the webhook is gone.
CREATE TABLE webhook_changes (
    number  INTEGER PRIMARY KEY,
    webhook TEXT NOT NULL,
    change  TEXT NOT NULL,
    detail  TEXT NOT NULL,
    at      TEXT NOT NULL,
    actor   TEXT NOT NULL,
    office  TEXT NOT NULL
);

-- The latest attempts to tell it of an event; older ones are dropped.
CREATE TABLE webhook_deliveries (
    number       INTEGER PRIMARY KEY,
    webhook      TEXT    NOT NULL,
    stream       TEXT    NOT NULL,
    version      INTEGER NOT NULL,
    type         TEXT    NOT NULL,
    at           TEXT    NOT NULL,
    attempt      INTEGER NOT NULL,
    outcome      TEXT    NOT NULL,
    status       INTEGER,
    milliseconds INTEGER NOT NULL
);
CREATE INDEX webhook_deliveries_of ON webhook_deliveries (webhook, number);

-- Events it could not be told of after many attempts. requested is 1 when somebody asks to try once more.
CREATE TABLE webhook_dead_letters (
    number    INTEGER PRIMARY KEY,
    webhook   TEXT    NOT NULL,
    stream    TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    type      TEXT    NOT NULL,
    at        TEXT    NOT NULL,
    attempts  INTEGER NOT NULL,
    outcome   TEXT    NOT NULL,
    status    INTEGER,
    requested INTEGER NOT NULL,
    UNIQUE (webhook, stream, version)
);
