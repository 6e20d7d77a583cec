-- What has become of each agreement, JSON: questions to the whole portfolio are answered from it. Derived like the rows, and written with them where it changes.
CREATE TABLE agreement_lives (id TEXT NOT NULL PRIMARY KEY, life TEXT NOT NULL) WITHOUT ROWID;

CREATE INDEX city_periods_by_since ON city_periods (since) WHERE ordinal = 1 AND replaced_at = '~';

-- Without its format the rows of agreements are rebuilt at the next start, lives included.
DELETE FROM row_formats WHERE kind = 'agreement';
