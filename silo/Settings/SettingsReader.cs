using CityGrains.Domain.Record;
using Microsoft.Extensions.Configuration;

namespace CityGrains.Silo.Settings;

/// <summary>Reads settings, and gathers whatever is wrong with them, so that it is told all at once.</summary>
public sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<Sentence> _faults = [];

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<Sentence> Faults => _faults;

    /// <summary>True where it is set; an empty text sets nothing.</summary>
    public bool IsSet(Setting setting) => !string.IsNullOrEmpty(configuration[setting.Name]);

    /// <summary>What it is set to; what is usual where it is not set, or wrong.</summary>
    public T Of<T>(Setting<T> setting)
    {
        if (configuration[setting.Name] is not { Length: > 0 } text) return setting.Usual;
        if (setting.TryRead(text, out var value)) return value;
        _faults.Add(setting.Refuse(text));
        return setting.Usual;
    }

    /// <summary>The values below a group, by the operator's names; each must pass.</summary>
    public IReadOnlyDictionary<string, string> Below(Setting group, Func<string, bool> passes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var child in configuration.GetSection(group.Name).GetChildren())
        {
            var text = child.Value ?? "";
            if (passes(text)) values[child.Key] = text;
            else _faults.Add((group with { Name = $"{group.Name}:{child.Key}" }).Refuse(text));
        }

        return values;
    }

    /// <summary>Where something does not hold, says so of a setting.</summary>
    /// <param name="holds">What must hold.</param>
    /// <param name="setting">What it is said of.</param>
    /// <param name="vi">The end of a sentence that begins with its name.</param>
    /// <param name="en">Likewise.</param>
    public void Must(bool holds, Setting setting, string vi, string en)
    {
        if (!holds) _faults.Add(new Sentence($"{setting.Variable} {vi}.", $"{setting.Variable} {en}."));
    }

    /// <summary>What lies in the program's own section, and is none of its settings, was meant to be one.</summary>
    public void RefuseUnknown(IReadOnlyCollection<Setting> known)
    {
        foreach (var (name, value) in configuration.GetSection(Setting.Section).AsEnumerable())
        {
            if (value is null || known.Any(setting => IsMeant(setting, name))) continue;
            var variable = name.Replace(":", "__", StringComparison.Ordinal);
            _faults.Add(new Sentence($"Không có thiết lập {variable}; docs/configuration.md liệt kê các thiết lập.",
                $"There is no setting {variable}; docs/configuration.md lists them."));
        }
    }

    private static bool IsMeant(Setting setting, string name) => setting.IsGroup
        ? name.StartsWith(setting.Name + ":", StringComparison.OrdinalIgnoreCase) : name.Equals(setting.Name, StringComparison.OrdinalIgnoreCase);
}
