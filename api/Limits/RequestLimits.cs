using System.Globalization;
using CityGrains.Api.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CityGrains.Api.Limits;

/// <summary>How much one caller may ask for, so that all are served. Section <c>CityGrains:Limits</c>; docs/limits.md lists these and all others.</summary>
public sealed record RequestLimits
{
    /// <summary>Name of the section.</summary>
    public const string Section = "CityGrains:Limits";

    /// <summary>Requests a second by one key, session or token, over time; 0: any number.</summary>
    public int PerKey { get; init; } = 1000;

    /// <summary>Requests a second by callers who are not signed in, from one address; 0: any number.</summary>
    public int PerAddress { get; init; } = 100;

    /// <summary>Attempts a minute to sign in by browser, from one address; 0: any number.</summary>
    public int SignInsPerMinute { get; init; } = 60;

    /// <summary>Requests that are worked on at once; more are told to come again. 0: any number.</summary>
    public int AtOnce { get; init; } = 2000;

    /// <summary>All headers of a request together, in bytes.</summary>
    public int HeaderBytes { get; init; } = 32 * 1024;

    /// <summary>How long the headers of a request may take to arrive, in seconds.</summary>
    public int HeaderSeconds { get; init; } = 15;

    /// <summary>How long a connection is kept that nobody uses, in seconds.</summary>
    public int IdleSeconds { get; init; } = 75;

    /// <summary>A caller who was quiet may send so many seconds' worth at once.</summary>
    internal const int BurstSeconds = 10;

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One is no number, or no possible one.</exception>
    public static RequestLimits From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var usual = new RequestLimits();
        return new RequestLimits
        {
            PerKey = Read(section, nameof(PerKey), usual.PerKey, least: 0),
            PerAddress = Read(section, nameof(PerAddress), usual.PerAddress, least: 0),
            SignInsPerMinute = Read(section, nameof(SignInsPerMinute), usual.SignInsPerMinute, least: 0),
            AtOnce = Read(section, nameof(AtOnce), usual.AtOnce, least: 0),
            HeaderBytes = Read(section, nameof(HeaderBytes), usual.HeaderBytes, least: 4096),
            HeaderSeconds = Read(section, nameof(HeaderSeconds), usual.HeaderSeconds, least: 1),
            IdleSeconds = Read(section, nameof(IdleSeconds), usual.IdleSeconds, least: 1),
        };
    }

    /// <summary>Tells the server those that it keeps itself.</summary>
    internal void Set(KestrelServerLimits server)
    {
        server.MaxRequestBodySize = ApiJson.LongestBody;
        server.MaxRequestHeadersTotalSize = HeaderBytes;
        server.RequestHeadersTimeout = TimeSpan.FromSeconds(HeaderSeconds);
        server.KeepAliveTimeout = TimeSpan.FromSeconds(IdleSeconds);
    }

    private static int Read(IConfigurationSection section, string name, int usual, int least)
    {
        if (section[name] is not { Length: > 0 } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
            : throw new FormatException($"{Section}:{name} must be a whole number from {least} up, not '{text}'. / {Section}:{name} phải là số nguyên từ {least}, không phải '{text}'.");
    }
}
