using CityGrains.Domain.Record;

namespace CityGrains.Api.Startup;

/// <summary>The command line as configuration: <c>--port 5080 --data DIR --store STRING --sample</c>.</summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["--port"] = nameof(ApiOptions.Port),
        ["--data"] = nameof(ApiOptions.Data),
        ["--store"] = nameof(ApiOptions.Store),
        ["--sample"] = nameof(ApiOptions.Sample),
    };

    /// <summary>Reads the arguments; the sentence says what is wrong.</summary>
    public static (Dictionary<string, string?> Settings, Sentence? Wrong) Read(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            if (!Names.TryGetValue(name, out var setting)) return (settings, Unknown(args[i]));
            value ??= setting == nameof(ApiOptions.Sample) ? "true" : ++i < args.Count ? args[i] : null;
            if (value is null) return (settings, new Sentence($"{name} cần một giá trị.", $"{name} needs a value."));
            settings[$"{ApiOptions.Section}:{setting}"] = value;
        }

        return (settings, null);
    }

    private static Sentence Unknown(string argument) => new(
        $"Không có tùy chọn '{argument}'; các tùy chọn: --port 5080, --data DIR, --store \"chuỗi kết nối\", --sample.",
        $"There is no option '{argument}'; the options are: --port 5080, --data DIR, --store \"connection string\", --sample.");
}
