using System.Text.Json;

namespace CityGrains.Api.Tests;

/// <summary>What <c>/api/v1/telemetry</c> must tell, whether or not the store answers.</summary>
internal static class Telemetry
{
    private static readonly string[] OfStore = ["feedPosition", "storeBytes", "unsealed"];

    public static void TellsAll(JsonElement seen)
    {
        Assert.Equal("well", Store(seen));
        Assert.Empty(seen.GetProperty("untold").EnumerateArray());
        Assert.All(OfStore, number => Assert.True(seen.GetProperty(number).GetInt64() >= 0, number));
    }

    public static void TellsWithoutStore(JsonElement seen)
    {
        Assert.Equal("down", Store(seen));
        Assert.Equal(OfStore, seen.GetProperty("untold").EnumerateArray().Select(number => number.GetString()));
        Assert.All(OfStore, number => Assert.False(seen.TryGetProperty(number, out _), number));
        Assert.True(seen.GetProperty("upSeconds").GetInt64() >= 0);
        Assert.True(seen.GetProperty("freeBytes").GetInt64() > 0);
        Assert.NotEmpty(seen.GetProperty("commandsPerMinute").EnumerateArray());
    }

    private static string? Store(JsonElement seen) =>
        seen.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "store").GetProperty("status").GetString();
}
