-- What each record counted as and from which day on, as believed from one instant until another: what summaries of other days, and of what was known then, are counted from.
-- Derived like the rows, and written with them; number is the row's. since is '' when nobody knows, replaced_at is '~' while it is believed.
-- facets holds kind and country keys, U+001F between.
CREATE TABLE citygrains.agreement_periods (
    number      bigint,
    ordinal     integer,
    recorded_at text COLLATE "C",
    replaced_at text COLLATE "C" NOT NULL,
    since       text COLLATE "C" NOT NULL,
    state       text COLLATE "C" NOT NULL,
    facets      text COLLATE "C" NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
);

CREATE TABLE citygrains.city_periods (
    number      bigint,
    ordinal     integer,
    recorded_at text COLLATE "C",
    replaced_at text COLLATE "C" NOT NULL,
    since       text COLLATE "C" NOT NULL,
    state       text COLLATE "C" NOT NULL,
    facets      text COLLATE "C" NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
);
