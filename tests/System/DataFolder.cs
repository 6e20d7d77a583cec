namespace CityGrains.EndToEnd.Tests;

/// <summary>An empty folder that is removed afterwards.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("citygrains-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
