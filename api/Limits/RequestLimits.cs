using CityGrains.Api.Json;
using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;
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

    /// <summary>The largest of any: more than a machine does, and little enough to count with.</summary>
    private const int Most = 1_000_000;

    /// <summary>A caller who was quiet may send so many seconds' worth at once.</summary>
    internal const int BurstSeconds = 10;

    /// <summary>What can be set.</summary>
    public static IReadOnlyList<Setting> Settings =>
        [PerKeySetting, PerAddressSetting, SignInsSetting, AtOnceSetting, HeaderBytesSetting, HeaderSecondsSetting, IdleSecondsSetting];

    private static RequestLimits Usual { get; } = new();

    private static Setting<int> PerKeySetting { get; } = Limit(
        nameof(PerKey), Usual.PerKey, least: 0, "Yêu cầu mỗi giây của một khóa; 0: không giới hạn", "Requests a second by one key; 0: any number");

    private static Setting<int> PerAddressSetting { get; } =
        Limit(nameof(PerAddress), Usual.PerAddress, least: 0, "Yêu cầu mỗi giây từ một địa chỉ chưa đăng nhập; 0: không giới hạn",
            "Requests a second from one address, not signed in; 0: any number");

    private static Setting<int> SignInsSetting { get; } =
        Limit(nameof(SignInsPerMinute), Usual.SignInsPerMinute, least: 0, "Lần đăng nhập mỗi phút từ một địa chỉ; 0: không giới hạn",
            "Attempts a minute to sign in, from one address; 0: any number");

    private static Setting<int> AtOnceSetting { get; } = Limit(
        nameof(AtOnce), Usual.AtOnce, least: 0, "Yêu cầu xử lý cùng lúc; 0: không giới hạn", "Requests worked on at once; 0: any number");

    private static Setting<int> HeaderBytesSetting { get; } = Limit(
        nameof(HeaderBytes), Usual.HeaderBytes, least: 4096, "Byte của mọi tiêu đề trong một yêu cầu", "Bytes of all headers of a request");

    private static Setting<int> HeaderSecondsSetting { get; } = Limit(
        nameof(HeaderSeconds), Usual.HeaderSeconds, least: 1, "Số giây chờ tiêu đề của một yêu cầu", "Seconds for the headers of a request to arrive");

    private static Setting<int> IdleSecondsSetting { get; } = Limit(
        nameof(IdleSeconds), Usual.IdleSeconds, least: 1, "Số giây giữ một kết nối không ai dùng", "Seconds a connection is kept that nobody uses");

    /// <summary>Reads them.</summary>
    public static RequestLimits From(SettingsReader settings) => new()
    {
        PerKey = settings.Of(PerKeySetting),
        PerAddress = settings.Of(PerAddressSetting),
        SignInsPerMinute = settings.Of(SignInsSetting),
        AtOnce = settings.Of(AtOnceSetting),
        HeaderBytes = settings.Of(HeaderBytesSetting),
        HeaderSeconds = settings.Of(HeaderSecondsSetting),
        IdleSeconds = settings.Of(IdleSecondsSetting),
    };

    /// <summary>Tells the server those that it keeps itself.</summary>
    internal void Set(KestrelServerLimits server)
    {
        server.MaxRequestBodySize = ApiJson.LongestBody;
        server.MaxRequestHeadersTotalSize = HeaderBytes;
        server.RequestHeadersTimeout = TimeSpan.FromSeconds(HeaderSeconds);
        server.KeepAliveTimeout = TimeSpan.FromSeconds(IdleSeconds);
    }

    private static Setting<int> Limit(string name, int usual, int least, string vi, string en) =>
        Settable.Number($"{Section}:{name}", usual, least, Most, new Sentence(vi, en));
}
