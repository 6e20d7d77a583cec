using CityGrains.Silo.Settings;
using Microsoft.Extensions.Configuration;

namespace CityGrains.Api.Tests.Hosting;

/// <summary>Settings as the tests make them.</summary>
internal static class Given
{
    public static SettingsReader Settings(params (string Name, string? Value)[] set) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(set.Select(one => new KeyValuePair<string, string?>(one.Name, one.Value))).Build());
}
