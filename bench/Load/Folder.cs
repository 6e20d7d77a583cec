namespace CityGrains.Bench;

/// <summary>A folder for one round, on the disk of temporary files; gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("citygrains-bench-").FullName;

    /// <summary>The SQLite file of a node in it.</summary>
    public string Store => In("citygrains.db");

    /// <summary>A path in it.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
