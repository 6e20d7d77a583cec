-- What Microsoft Orleans' ADO.NET storage, and the embedded host, read and write on PostgreSQL. Applied at every start; nothing in it is lost by that.
-- The runtime reads its statements from OrleansQuery and fills in the @parameters; the names are Orleans'.

-- One node at a time: the whole text is one transaction.
SELECT pg_advisory_xact_lock(7163020211);

CREATE TABLE IF NOT EXISTS OrleansQuery (
    QueryKey text NOT NULL PRIMARY KEY,
    QueryText text NOT NULL
);

-- One row for each stored state. GrainTypeString is the state's name, GrainIdExtensionString the grain's key.
-- Orleans also offers hashes of both; the primary key needs none. A cleared state keeps its row without a payload, so that its version goes on.
CREATE TABLE IF NOT EXISTS OrleansStorage (
    ServiceId text NOT NULL,
    GrainTypeString text NOT NULL,
    GrainIdExtensionString text NOT NULL,
    GrainIdN0 bigint NOT NULL,
    GrainIdN1 bigint NOT NULL,
    PayloadBinary bytea,
    Version integer NOT NULL,
    ModifiedOn timestamptz NOT NULL,
    PRIMARY KEY (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
    SELECT PayloadBinary, Version
    FROM OrleansStorage
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
      AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1'),

-- A first write carries no version, a later one the version it read. Anything else is a conflict and returns no row.
('WriteToStorageKey', '
    INSERT INTO OrleansStorage AS stored
        (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1, PayloadBinary, Version, ModifiedOn)
    SELECT @ServiceId, @GrainTypeString, coalesce(@GrainIdExtensionString, ''''), @GrainIdN0, @GrainIdN1, @PayloadBinary, 1, now()
    WHERE @GrainStateVersion::integer IS NULL OR EXISTS (
        SELECT 1 FROM OrleansStorage
        WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
          AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1)
    ON CONFLICT (ServiceId, GrainTypeString, GrainIdExtensionString, GrainIdN0, GrainIdN1) DO UPDATE
    SET PayloadBinary = excluded.PayloadBinary, Version = stored.Version + 1, ModifiedOn = excluded.ModifiedOn
    WHERE stored.Version = @GrainStateVersion::integer
    RETURNING stored.Version AS NewGrainStateVersion'),

('ClearStorageKey', '
    UPDATE OrleansStorage
    SET PayloadBinary = NULL, Version = Version + 1, ModifiedOn = now()
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
      AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
      AND Version = @GrainStateVersion::integer
    RETURNING Version AS NewGrainStateVersion'),

('DeleteStorageKey', '
    DELETE FROM OrleansStorage
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
      AND GrainIdExtensionString = coalesce(@GrainIdExtensionString, '''') AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
      AND Version = @GrainStateVersion::integer
    RETURNING Version + 1 AS NewGrainStateVersion')

ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
