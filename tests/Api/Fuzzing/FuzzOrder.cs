using System.Globalization;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>
/// How long a run is, and where its chance begins. A run of so many requests is the same each time; one of so many seconds goes as far as it comes.
/// </summary>
/// <param name="Seed"><c>CITYGRAINS_FUZZ_SEED</c>.</param>
/// <param name="Requests">How many requests after those that try every place of every body; <c>CITYGRAINS_FUZZ_REQUESTS</c>.</param>
/// <param name="Seconds"><c>CITYGRAINS_FUZZ_SECONDS</c>; null: as many requests as are ordered.</param>
internal sealed record FuzzOrder(int Seed, int Requests, int? Seconds)
{
    private const int UsualSeed = 20260315;

    /// <summary>As the environment says.</summary>
    public static FuzzOrder Read(int requests) => new(Number("SEED") ?? UsualSeed, Number("REQUESTS") ?? requests, Number("SECONDS"));

    private static int? Number(string name) =>
        Environment.GetEnvironmentVariable("CITYGRAINS_FUZZ_" + name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
