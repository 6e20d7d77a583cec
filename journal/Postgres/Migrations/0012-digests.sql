-- Which offices are reminded of their deadlines, and where by mail: addresses, a line each; instants are UTC as in the record.
CREATE TABLE citygrains.office_digests (
    office text COLLATE "C" PRIMARY KEY,
    emails text COLLATE "C" NOT NULL,
    set_at text COLLATE "C" NOT NULL,
    set_by text COLLATE "C" NOT NULL
);
