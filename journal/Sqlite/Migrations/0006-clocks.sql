-- The clocks that records started: what started each and what ended it, derived like the rows and written with them; number is the row's.
-- When a clock is due is not stored: the indexes answer it by the days clocks started on, whatever rule, policy or calendar holds.
-- running is 1 until it ends; ended_on is '' until then.
CREATE TABLE clocks (
    number      INTEGER NOT NULL,
    clock       TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    started_by  INTEGER NOT NULL,
    stream      TEXT    NOT NULL,
    office      TEXT    NOT NULL,
    trigger_day TEXT    NOT NULL,
    running     INTEGER NOT NULL,
    ended_on    TEXT    NOT NULL,
    ended_by    INTEGER NOT NULL,
    owes        TEXT    NOT NULL,
    about       TEXT    NOT NULL,
    PRIMARY KEY (number, clock, subject, started_by)
) WITHOUT ROWID;

CREATE INDEX clocks_by_trigger ON clocks (clock, running, trigger_day, number, subject, started_by, office);
CREATE INDEX clocks_by_office ON clocks (office, clock, running, trigger_day, number, subject, started_by);
