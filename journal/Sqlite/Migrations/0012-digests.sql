-- Which offices are reminded of their deadlines, and where by mail: addresses, a line each; instants are UTC as in the record.
CREATE TABLE office_digests (
    office TEXT NOT NULL PRIMARY KEY,
    emails TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by TEXT NOT NULL
) WITHOUT ROWID;
