-- Requests for feedback about records, derived like the rows and written with them; number is the row's, unique among records of every kind.
-- due_by is '~' where no day was set, days -1 where the asking or the answer has none; body is the request itself.
CREATE TABLE citygrains.requests (
    number   bigint,
    ordinal  bigint,
    stream   text COLLATE "C" NOT NULL,
    about    text COLLATE "C" NOT NULL,
    asked_by text COLLATE "C" NOT NULL,
    asked_of text COLLATE "C" NOT NULL,
    due_by   text COLLATE "C" NOT NULL,
    standing text COLLATE "C" NOT NULL,
    days     bigint NOT NULL,
    body     text COLLATE "C" NOT NULL,
    PRIMARY KEY (number, ordinal)
);

CREATE INDEX requests_by_stream ON citygrains.requests (stream, ordinal);
CREATE INDEX requests_by_due ON citygrains.requests (due_by, number, ordinal);
CREATE INDEX requests_by_standing ON citygrains.requests (standing, due_by, number, ordinal);
CREATE INDEX requests_by_asked_of ON citygrains.requests (asked_of, standing, due_by, number, ordinal, days);
CREATE INDEX requests_by_asked_by ON citygrains.requests (asked_by, standing, due_by, number, ordinal);
