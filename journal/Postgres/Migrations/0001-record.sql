-- The record: what has happened. Never updated, never deleted.
-- Texts compare byte by byte, as on every other store, whatever the database's own collation is.
-- data and meta are text exactly as hashed.

-- Number of the transaction of the cluster, as tx: moved up when the database was restored into a cluster that counts from lower, so that tx always rises.
CREATE TABLE citygrains.transactions (shift bigint NOT NULL);
INSERT INTO citygrains.transactions (shift) VALUES (0);

CREATE FUNCTION citygrains.transaction() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT pg_current_xact_id()::text::bigint + shift FROM citygrains.transactions $$;

-- The first tx that may still be committing; those before it have ended, and are seen by the very query that asks. The server counts its transactions
-- over all databases; one that is seen to run in another database cannot write here, and does not hold the feed up.
CREATE FUNCTION citygrains.horizon() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT coalesce(min(running.xid::text::bigint), pg_snapshot_xmax(pg_current_snapshot())::text::bigint) + (SELECT shift FROM citygrains.transactions)
      FROM pg_snapshot_xip(pg_current_snapshot()) AS running (xid)
      WHERE NOT EXISTS (SELECT 1 FROM pg_stat_activity elsewhere
                        WHERE elsewhere.backend_xid::text::bigint = running.xid::text::bigint & 4294967295 AND elsewhere.datname <> current_database()) $$;

-- The feed goes by tx, then position, and ends before the horizon: positions become visible out of order.
CREATE TABLE citygrains.events (
    tx            bigint           NOT NULL DEFAULT citygrains.transaction(),
    position      bigint           NOT NULL GENERATED ALWAYS AS IDENTITY,
    stream        text COLLATE "C" NOT NULL,
    version       bigint           NOT NULL,
    type          text COLLATE "C" NOT NULL,
    data          text COLLATE "C" NOT NULL,
    meta          text COLLATE "C" NOT NULL,
    occurred_on   text COLLATE "C" NOT NULL,
    recorded_at   text COLLATE "C" NOT NULL,
    command_id    uuid             NOT NULL,
    command_index integer          NOT NULL,
    hash          bytea            NOT NULL,
    PRIMARY KEY (tx, position),
    CONSTRAINT events_stream UNIQUE (stream, version),
    CONSTRAINT events_command UNIQUE (command_id, command_index)
);
