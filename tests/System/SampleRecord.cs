using CityGrains.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(SampleRecord))]

namespace CityGrains.EndToEnd.Tests;

/// <summary>The data folder of a server that loaded the sample and was stopped; each test changes a copy of its own.</summary>
public sealed class SampleRecord : IAsyncLifetime
{
    private readonly DataFolder _data = new();

    public async ValueTask InitializeAsync()
    {
        await using var server = await Server.Start(_data.Path, environment: null, "--sample");
        await server.Terminate();
    }

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A folder with all of it, keys included.</summary>
    internal DataFolder Copy()
    {
        var copy = new DataFolder();
        foreach (var file in Directory.EnumerateFiles(_data.Path)) File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        return copy;
    }
}
