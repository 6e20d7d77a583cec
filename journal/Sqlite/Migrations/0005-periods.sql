-- What each record counted as and from which day on, as believed from one instant until another: what summaries of other days, and of what was known then, are counted from.
-- Derived like the rows, and written with them; number is the row's. since is '' when nobody knows, replaced_at is '~' while it is believed.
-- facets holds kind and country keys, U+001F between.
CREATE TABLE agreement_periods (
    number      INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL,
    recorded_at TEXT    NOT NULL,
    replaced_at TEXT    NOT NULL,
    since       TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    facets      TEXT    NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
) WITHOUT ROWID;

CREATE TABLE city_periods (
    number      INTEGER NOT NULL,
    ordinal     INTEGER NOT NULL,
    recorded_at TEXT    NOT NULL,
    replaced_at TEXT    NOT NULL,
    since       TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    facets      TEXT    NOT NULL,
    PRIMARY KEY (number, ordinal, recorded_at)
) WITHOUT ROWID;
