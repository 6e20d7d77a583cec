using System.Net;
using CityGrains.Api.Access;
using CityGrains.Domain.Record;
using CityGrains.Silo;
using CityGrains.Silo.Settings;

namespace CityGrains.Api.Startup;

/// <summary>Where the program listens, and where it keeps the record.</summary>
internal static class ServingSettings
{
    private const int UsualPort = 5080;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All => [Port, Listen, Proxies, PlainHttp, .. SiloOptions.Settings, Sample, FirstKey, ShowKeys];

    private static Setting<int> Port { get; } = Settable.Number("CityGrains:Port", UsualPort, least: 0, ushort.MaxValue,
        new Sentence("Cổng; 0: cổng trống bất kỳ", "Port; 0: any free one")) with { Option = "--port" };

    private static Setting<IPAddress> Listen { get; } = new("CityGrains:Listen", IPAddress.Loopback, "127.0.0.1", IPAddress.TryParse!,
        new Sentence("địa chỉ IP của máy này, như 127.0.0.1 hay 0.0.0.0", "an IP address of this machine, as 127.0.0.1 or 0.0.0.0"),
        new Sentence("Địa chỉ lắng nghe; ngoài máy này thì cần Proxies hoặc PlainHttp",
            "Address it listens on; one that others reach needs Proxies or PlainHttp")) { Option = "--listen" };

    private static Setting<IReadOnlyList<IPNetwork>> Proxies { get; } = Settable.Networks("CityGrains:Proxies", new Sentence(
        "Các proxy TLS đứng trước: chỉ tin X-Forwarded-For và X-Forwarded-Proto từ chúng",
        "TLS proxies in front: X-Forwarded-For and X-Forwarded-Proto are believed from them alone"));

    private static Setting<bool> PlainHttp { get; } = Settable.Flag("CityGrains:PlainHttp", usual: false, new Sentence(
        "true: lắng nghe ngoài máy này mà không có TLS phía trước; khóa đi qua mạng không mã hóa",
        "true: listen beyond this machine with no TLS in front; keys cross the network unencrypted"));

    private static Setting<bool> Sample { get; } = Settable.Flag("CityGrains:Sample", usual: false,
        new Sentence("Nạp dữ liệu mẫu vào kho trống", "Fill an empty store with the sample")) with { Option = "--sample" };

    private static Setting<string?> FirstKey { get; } = Settable.Text(AdminKey.Variable, ApiKey.IsWellFormed,
        new Sentence($"{ApiKey.Prefix} rồi chữ cái không dấu, chữ số, '_' hoặc '-', cả thảy {ApiKey.Shortest} đến {ApiKey.Longest} ký tự",
            $"{ApiKey.Prefix} and letters, digits, '_' or '-', {ApiKey.Shortest} to {ApiKey.Longest} in all"),
        new Sentence("Khóa quản trị; để trống thì lần đầu tạo một khóa", "The admin key; without it the first start makes one")) with { IsSecret = true };

    private static Setting<bool> ShowKeys { get; } = Settable.Flag("CityGrains:ShowKeys", usual: true, new Sentence(
        "false: lần đầu chỉ nói khóa nằm ở đâu, nơi lời chương trình bị giữ lại thành nhật ký",
        "false: the first start says only where its keys lie, where output is kept as a log"));

    /// <summary>Reads them.</summary>
    public static ApiOptions Read(SettingsReader settings)
    {
        var options = new ApiOptions(settings.Of(Port), Path.GetFullPath(settings.Of(SiloOptions.Data)!), settings.Of(SiloOptions.Store), settings.Of(Sample))
        {
            Listen = settings.Of(Listen), Proxies = settings.Of(Proxies), AdminKey = settings.Of(FirstKey), ShowsKeys = settings.Of(ShowKeys),
            Cluster = Cluster.From(settings),
        };
        var isEncrypted = settings.Of(PlainHttp) || IPAddress.IsLoopback(options.Listen) || options.Proxies.Count > 0;
        settings.Must(isEncrypted, Listen,
            $"({Listen.Option}) {options.Listen} để người khác kết nối không mã hóa: đặt một proxy TLS phía trước và ghi địa chỉ của nó vào {Proxies.Variable}, hoặc nói rõ {PlainHttp.Variable}=true",
            $"({Listen.Option}) {options.Listen} lets others connect unencrypted: put a proxy with TLS in front and name its address in {Proxies.Variable}, or say {PlainHttp.Variable}=true");
        return options;
    }
}
