namespace Orleans.Configuration;

/// <summary>How long grains stay in memory.</summary>
public class GrainCollectionOptions
{
    /// <summary>How often idle activations are looked for.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Idle activations leave memory after this; must be longer than <see cref="CollectionQuantum"/>.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);
}

/// <summary>Names what grains belong to.</summary>
public class ClusterOptions
{
    /// <summary>Names the processes that share grains; of no effect in one process.</summary>
    public string ClusterId { get; set; } = "default";

    /// <summary>Names the service; stored state belongs to it.</summary>
    public string ServiceId { get; set; } = "default";
}

/// <summary>How calls behave.</summary>
public class SiloMessagingOptions
{
    /// <summary>A call that is not answered in this time fails with a <see cref="TimeoutException"/>.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the caller's span is current in the grain; on Orleans a filter does this.</summary>
    internal bool FlowActivity { get; set; }
}

/// <summary>Where a cluster's nodes find each other; there is no cluster here.</summary>
public class AdoNetClusteringSiloOptions
{
    /// <summary>The database provider.</summary>
    public string Invariant { get; set; } = null!;

    /// <summary>The database.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Where grain state is stored.</summary>
public class AdoNetGrainStorageOptions
{
    /// <summary>The database provider: <c>System.Data.SQLite</c> (Microsoft.Data.Sqlite is loaded) or <c>Npgsql</c>.</summary>
    public string Invariant { get; set; } = null!;

    /// <summary>The database.</summary>
    public string? ConnectionString { get; set; }
}
