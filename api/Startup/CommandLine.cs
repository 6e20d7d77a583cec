using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;

namespace CityGrains.Api.Startup;

/// <summary>The command line as configuration: <c>--port 5080 --data DIR --store STRING --sample --config FILE</c>.</summary>
internal static class CommandLine
{
    /// <summary>The option, and the variable, that name a file of settings.</summary>
    public const string ConfigOption = "--config", ConfigVariable = "CITYGRAINS_CONFIG";

    private static readonly Dictionary<string, string> Names =
        ApiOptions.Settings.Where(setting => setting.Option is not null)
            .ToDictionary(setting => setting.Option!, setting => setting.Name, StringComparer.Ordinal);

    private static readonly HashSet<string> Flags = ApiOptions.Settings.OfType<Setting<bool>>().Select(flag => flag.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads the arguments; the sentences say what is wrong.</summary>
    public static (Dictionary<string, string?> Settings, string? Config, IReadOnlyList<Sentence> Faults) Read(IReadOnlyList<string> args)
    {
        var (settings, faults, config) = (new Dictionary<string, string?>(StringComparer.Ordinal), new List<Sentence>(), (string?)null);
        for (var i = 0; i < args.Count; i++)
        {
            var (option, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            var name = option == ConfigOption ? ConfigOption : Names.GetValueOrDefault(option);
            if (name is null)
            {
                faults.Add(Unknown(option));
                if (value is null && i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)) i++; // meant as its value
                continue;
            }

            value ??= Flags.Contains(name) ? "true" : ++i < args.Count ? args[i] : null;
            if (value is null) faults.Add(new Sentence($"{option} cần một giá trị.", $"{option} needs a value."));
            else if (option == ConfigOption) config = value;
            else settings[name] = value;
        }

        return (settings, config, faults);
    }

    private static Sentence Unknown(string argument)
    {
        var options = string.Join(' ', Names.Keys.Append(ConfigOption));
        return new Sentence($"Không có tùy chọn '{argument}'; các tùy chọn: {options}; docs/configuration.md nói thêm.",
            $"There is no option '{argument}'; the options are: {options}; docs/configuration.md tells more.");
    }
}
