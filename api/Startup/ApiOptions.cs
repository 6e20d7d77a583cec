using System.Globalization;
using CityGrains.Domain.Record;
using CityGrains.Silo;

namespace CityGrains.Api.Startup;

/// <summary>How the program was started.</summary>
/// <param name="Port">Port on 127.0.0.1; 0: any free one.</param>
/// <param name="Data">Data folder.</param>
/// <param name="Store">PostgreSQL connection string; null: SQLite in the data folder.</param>
/// <param name="Sample">Fill an empty store with the sample.</param>
public sealed record ApiOptions(int Port, string Data, string? Store, bool Sample)
{
    /// <summary>What the options are called in configuration, <c>CityGrains:Port</c> or <c>CityGrains__Port</c>.</summary>
    public const string Section = "CityGrains";

    private const int UsualPort = 5080;

    /// <summary>Reads them; the sentence says what is wrong.</summary>
    public static (ApiOptions? Options, Sentence? Wrong) From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var port = UsualPort;
        if (section[nameof(Port)] is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue))
            return (null, new Sentence($"--port nhận số từ 0 đến 65535, không phải '{text}'.", $"--port takes a number from 0 to 65535, not '{text}'."));
        if (section[nameof(Sample)] is { } flag && !bool.TryParse(flag, out _))
            return (null, new Sentence($"--sample nhận true hoặc false, không phải '{flag}'.", $"--sample takes true or false, not '{flag}'."));
        var data = section[nameof(Data)] is { Length: > 0 } folder ? folder : "data";
        return (new ApiOptions(port, Path.GetFullPath(data), section[nameof(Store)] is { Length: > 0 } store ? store : null, section[nameof(Sample)] is { } yes && bool.Parse(yes)), null);
    }

    /// <summary>What the grains' host needs to know.</summary>
    public SiloOptions ToSilo() => new() { DataDirectory = Data, Postgres = Store };
}
