-- Where the nodes of a Microsoft Orleans cluster find each other on PostgreSQL. Applied at every start, after postgres-orleans-storage.sql.
-- A change of membership counts only if nobody else changed it since it was read: every insert and update moves the cluster's Version by one, or does nothing.

CREATE TABLE IF NOT EXISTS OrleansMembershipVersionTable (
    DeploymentId text NOT NULL PRIMARY KEY,
    Version integer NOT NULL,
    Timestamp timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS OrleansMembershipTable (
    DeploymentId text NOT NULL REFERENCES OrleansMembershipVersionTable,
    Address text NOT NULL,
    Port integer NOT NULL,
    Generation integer NOT NULL,
    SiloName text NOT NULL,
    HostName text NOT NULL,
    Status integer NOT NULL,
    ProxyPort integer NOT NULL,
    SuspectTimes text,
    StartTime timestamptz NOT NULL,
    IAmAliveTime timestamptz NOT NULL,
    PRIMARY KEY (DeploymentId, Address, Port, Generation)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', '
    WITH made AS (
        INSERT INTO OrleansMembershipVersionTable (DeploymentId, Version, Timestamp)
        SELECT @DeploymentId, 0, now()
        WHERE NOT EXISTS (SELECT 1 FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId)
        ON CONFLICT (DeploymentId) DO NOTHING
        RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM made)'),

('InsertMembershipKey', '
    WITH moved AS (
        UPDATE OrleansMembershipVersionTable
        SET Version = Version + 1, Timestamp = now()
        WHERE DeploymentId = @DeploymentId AND Version = @Version::integer
          AND NOT EXISTS (
            SELECT 1 FROM OrleansMembershipTable
            WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation)
        RETURNING 1),
    made AS (
        INSERT INTO OrleansMembershipTable
            (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
        SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        FROM moved
        RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM made)'),

('UpdateMembershipKey', '
    WITH moved AS (
        UPDATE OrleansMembershipVersionTable
        SET Version = Version + 1, Timestamp = now()
        WHERE DeploymentId = @DeploymentId AND Version = @Version::integer
          AND EXISTS (
            SELECT 1 FROM OrleansMembershipTable
            WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation)
        RETURNING 1),
    changed AS (
        UPDATE OrleansMembershipTable
        SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
        FROM moved
        WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
        RETURNING 1)
    SELECT EXISTS (SELECT 1 FROM changed)'),

-- A sign of life is no change of membership, so the Version stays.
('UpdateIAmAlivetimeKey', '
    UPDATE OrleansMembershipTable
    SET IAmAliveTime = @IAmAliveTime
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation'),

-- Both readings return the Version even where no node is found; the columns of the node are null then.
('MembershipReadRowKey', '
    SELECT cluster.Version, node.Address, node.Port, node.Generation, node.SiloName, node.HostName, node.Status, node.ProxyPort, node.SuspectTimes,
        node.StartTime, node.IAmAliveTime
    FROM OrleansMembershipVersionTable cluster
    LEFT JOIN OrleansMembershipTable node
        ON node.DeploymentId = cluster.DeploymentId AND node.Address = @Address AND node.Port = @Port AND node.Generation = @Generation
    WHERE cluster.DeploymentId = @DeploymentId'),

('MembershipReadAllKey', '
    SELECT cluster.Version, node.Address, node.Port, node.Generation, node.SiloName, node.HostName, node.Status, node.ProxyPort, node.SuspectTimes,
        node.StartTime, node.IAmAliveTime
    FROM OrleansMembershipVersionTable cluster
    LEFT JOIN OrleansMembershipTable node ON node.DeploymentId = cluster.DeploymentId
    WHERE cluster.DeploymentId = @DeploymentId'),

('GatewaysQueryKey', '
    SELECT Address, ProxyPort, Generation
    FROM OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0'),

('DeleteMembershipTableEntriesKey', '
    WITH nodes AS (DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId)
    DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId'),

-- Status 3 is Active: what is alive stays, however long it was silent.
('CleanupDefunctSiloEntriesKey', '
    DELETE FROM OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND IAmAliveTime < @IAmAliveTime AND Status <> 3')

ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
