-- Activities, as agreements and cities lie.
CREATE TABLE citygrains.activities (
    number      bigint           NOT NULL UNIQUE,
    id          text COLLATE "C" NOT NULL PRIMARY KEY,
    version     bigint           NOT NULL,
    hash        bytea            NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    format      integer          NOT NULL,
    title       text COLLATE "C" NOT NULL,
    search      text COLLATE "C" NOT NULL,
    body        text COLLATE "C" NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE citygrains.activity_facets (name text COLLATE "C", value text COLLATE "C", number bigint, PRIMARY KEY (name, value, number));
CREATE INDEX activity_words ON citygrains.activities USING gin (citygrains.words(search));

CREATE TABLE citygrains.activity_periods (
    number      bigint,
    ordinal     integer,
    recorded_at text COLLATE "C",
    replaced_at text COLLATE "C" NOT NULL,
    since       text COLLATE "C" NOT NULL,
    state       text COLLATE "C" NOT NULL,
    facets      text COLLATE "C" NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
);
