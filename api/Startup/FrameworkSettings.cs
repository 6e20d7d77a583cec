using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;

namespace CityGrains.Api.Startup;

/// <summary>Settings under the names that others gave them: logging, and OpenTelemetry, whose variables its SDK reads itself.</summary>
internal static class FrameworkSettings
{
    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All => [Endpoint, Protocol, Headers, Levels];

    private static Setting<string?> Endpoint { get; } = Settable.Text(
        "OTEL_EXPORTER_OTLP_ENDPOINT", IsAddress, new Sentence("địa chỉ http hoặc https", "an http or https address"),
        new Sentence("Nơi nhận trace, số đo, nhật ký bằng OTLP; chỉ là biến môi trường", "Where traces, metrics and logs are sent by OTLP; a variable only"));

    private static Setting<string?> Protocol { get; } = Settable.Text("OTEL_EXPORTER_OTLP_PROTOCOL", text => Protocols.Contains(text, StringComparer.Ordinal),
        new Sentence("grpc hoặc http/protobuf", "grpc or http/protobuf"),
        new Sentence("Cách gửi; chỉ là biến môi trường", "How they are sent; a variable only"), "grpc");

    private static Setting<string?> Headers { get; } = Settable.Text(
        "OTEL_EXPORTER_OTLP_HEADERS", text => text.Split(',').All(header => header.Contains('=', StringComparison.Ordinal)),
        new Sentence("các cặp tên=giá trị, cách nhau bằng dấu phẩy", "pairs name=value, apart by commas"),
        new Sentence("Gửi kèm, như khóa của nơi nhận; chỉ là biến môi trường", "Sent along, as the receiver's key; a variable only")) with { IsSecret = true };

    private static Setting<string?> Levels { get; } = Settable.Text("Logging:LogLevel", _ => true,
        new Sentence(
            "một mức: Trace, Debug, Information, Warning, Error, Critical, None", "a level: Trace, Debug, Information, Warning, Error, Critical, None"),
        new Sentence("Mức nhật ký theo nguồn, như Logging__LogLevel__CityGrains=Information",
            "What is logged, by source, as Logging__LogLevel__CityGrains=Information"), "Default: Warning") with { IsGroup = true };

    /// <summary>Sees whether they can be meant so.</summary>
    public static void Check(SettingsReader settings)
    {
        settings.Of(Endpoint);
        settings.Of(Protocol);
        settings.Of(Headers);
        settings.Below(Levels, text => Enum.TryParse<LogLevel>(text, ignoreCase: true, out var level) && Enum.IsDefined(level));
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
