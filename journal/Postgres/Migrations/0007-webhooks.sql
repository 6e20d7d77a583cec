-- Who is told of what is recorded. The secret lies here as it is, since deliveries are signed with it. types and offices hold one a line, none: all.
-- starts is the place in the feed before the first event it is told of. How far it has been told is the delivering grain's to remember.
CREATE TABLE citygrains.webhooks (
    id         text COLLATE "C" PRIMARY KEY,
    url        text             NOT NULL,
    secret     bytea            NOT NULL,
    types      text             NOT NULL,
    offices    text             NOT NULL,
    starts     text COLLATE "C" NOT NULL,
    enabled    boolean          NOT NULL,
    created_at text COLLATE "C" NOT NULL,
    created_by text             NOT NULL
);

-- Every change of one, and who made it; stays when the webhook is gone.
CREATE TABLE citygrains.webhook_changes (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook text COLLATE "C" NOT NULL,
    change  text COLLATE "C" NOT NULL,
    detail  text             NOT NULL,
    at      text COLLATE "C" NOT NULL,
    actor   text             NOT NULL,
    office  text             NOT NULL
);

-- The latest attempts to tell it of an event; older ones are dropped.
CREATE TABLE citygrains.webhook_deliveries (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook      text COLLATE "C" NOT NULL,
    stream       text COLLATE "C" NOT NULL,
    version      bigint           NOT NULL,
    type         text COLLATE "C" NOT NULL,
    at           text COLLATE "C" NOT NULL,
    attempt      integer          NOT NULL,
    outcome      text COLLATE "C" NOT NULL,
    status       integer,
    milliseconds bigint           NOT NULL
);
CREATE INDEX webhook_deliveries_of ON citygrains.webhook_deliveries (webhook, number);

-- Events it could not be told of after many attempts. requested is true when somebody asks to try once more.
CREATE TABLE citygrains.webhook_dead_letters (
    number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook   text COLLATE "C" NOT NULL,
    stream    text COLLATE "C" NOT NULL,
    version   bigint           NOT NULL,
    type      text COLLATE "C" NOT NULL,
    at        text COLLATE "C" NOT NULL,
    attempts  integer          NOT NULL,
    outcome   text COLLATE "C" NOT NULL,
    status    integer,
    requested boolean          NOT NULL,
    UNIQUE (webhook, stream, version)
);
