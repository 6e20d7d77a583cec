-- Requests for feedback about records, derived like the rows and written with them; number is the row's, unique among records of every kind.
-- due_by is '~' where no day was set, days -1 where the asking or the answer has none; body is the request itself.
CREATE TABLE requests (
    number   INTEGER NOT NULL,
    ordinal  INTEGER NOT NULL,
    stream   TEXT    NOT NULL,
    about    TEXT    NOT NULL,
    asked_by TEXT    NOT NULL,
    asked_of TEXT    NOT NULL,
    due_by   TEXT    NOT NULL,
    standing TEXT    NOT NULL,
    days     INTEGER NOT NULL,
    body     TEXT    NOT NULL,
    PRIMARY KEY (number, ordinal)
) WITHOUT ROWID;

CREATE INDEX requests_by_stream ON requests (stream, ordinal);
CREATE INDEX requests_by_due ON requests (due_by, number, ordinal);
CREATE INDEX requests_by_standing ON requests (standing, due_by, number, ordinal);
CREATE INDEX requests_by_asked_of ON requests (asked_of, standing, due_by, number, ordinal, days);
CREATE INDEX requests_by_asked_by ON requests (asked_by, standing, due_by, number, ordinal);
