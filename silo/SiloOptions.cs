namespace CityGrains.Silo;

/// <summary>What a node needs to know to run the grains.</summary>
public sealed record SiloOptions
{
    /// <summary>Folder of the SQLite store, keys and other files of this node; created when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>PostgreSQL connection string; null means SQLite in <see cref="DataDirectory"/>.</summary>
    public string? Postgres { get; init; }

    /// <summary>Idle activations leave memory after this.</summary>
    public TimeSpan CollectionAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the sealer is poked.</summary>
    public TimeSpan SealEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => Path.Combine(DataDirectory, "citygrains.db");

    /// <summary>What <c>/about</c> and the ready line call the store.</summary>
    public string StoreName => Postgres is null ? "sqlite" : "postgres";
}
