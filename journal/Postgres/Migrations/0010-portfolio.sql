-- What has become of each agreement, JSON: questions to the whole portfolio are answered from it. Derived like the rows, and written with them where it changes.
CREATE TABLE citygrains.agreement_lives (id text COLLATE "C" PRIMARY KEY, life text COLLATE "C" NOT NULL) WITH (fillfactor = 70);

CREATE INDEX city_periods_by_since ON citygrains.city_periods (since) WHERE ordinal = 1 AND replaced_at = '~';

-- Without its format the rows of agreements are rebuilt at the next start, lives included.
DELETE FROM citygrains.row_formats WHERE kind = 'agreement';
