-- The clocks that records started: what started each and what ended it, derived like the rows and written with them; number is the row's.
-- When a clock is due is not stored: the indexes answer it by the days clocks started on, whatever rule, policy or calendar holds.
-- running is 1 until it ends; ended_on is '' until then.
CREATE TABLE citygrains.clocks (
    number      bigint           NOT NULL,
    clock       text COLLATE "C" NOT NULL,
    subject     text COLLATE "C" NOT NULL,
    started_by  bigint           NOT NULL,
    stream      text COLLATE "C" NOT NULL,
    office      text COLLATE "C" NOT NULL,
    trigger_day text COLLATE "C" NOT NULL,
    running     smallint         NOT NULL,
    ended_on    text COLLATE "C" NOT NULL,
    ended_by    bigint           NOT NULL,
    owes        text COLLATE "C" NOT NULL,
    about       text COLLATE "C" NOT NULL,
    PRIMARY KEY (number, clock, subject, started_by)
) WITH (fillfactor = 80);

CREATE INDEX clocks_by_trigger ON citygrains.clocks (clock, running, trigger_day, number, subject, started_by, office);
CREATE INDEX clocks_by_office ON citygrains.clocks (office, clock, running, trigger_day, number, subject, started_by);
