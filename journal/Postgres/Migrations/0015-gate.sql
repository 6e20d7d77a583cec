-- Sessions of browsers and links that begin one: only the SHA-256 of what the bearer holds is kept, and the hash of the key it stands for.
-- Whoever's key is revoked, rotated or expired is signed out by that. Instants are UTC as in the record.
CREATE TABLE citygrains.sign_ins (
    hash       bytea            NOT NULL PRIMARY KEY,
    kind       text COLLATE "C" NOT NULL,
    key_hash   bytea            NOT NULL,
    created_at text COLLATE "C" NOT NULL,
    expires_at text COLLATE "C" NOT NULL
);

-- Days of the access log, as agreements and cities lie.
CREATE TABLE citygrains.access_days (
    number      bigint           NOT NULL UNIQUE,
    id          text COLLATE "C" NOT NULL PRIMARY KEY,
    version     bigint           NOT NULL,
    hash        bytea            NOT NULL,
    recorded_at text COLLATE "C" NOT NULL,
    format      integer          NOT NULL,
    search      text COLLATE "C" NOT NULL,
    body        text COLLATE "C" NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE citygrains.access_day_facets (name text COLLATE "C", value text COLLATE "C", number bigint, PRIMARY KEY (name, value, number));
CREATE INDEX access_day_words ON citygrains.access_days USING gin (citygrains.words(search));

CREATE TABLE citygrains.access_day_periods (
    number      bigint,
    ordinal     integer,
    recorded_at text COLLATE "C",
    replaced_at text COLLATE "C" NOT NULL,
    since       text COLLATE "C" NOT NULL,
    state       text COLLATE "C" NOT NULL,
    facets      text COLLATE "C" NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
);
