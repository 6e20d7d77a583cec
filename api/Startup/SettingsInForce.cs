namespace CityGrains.Api.Startup;

/// <summary><c>settings</c>: every setting with what holds now, for whoever wonders; nothing is started.</summary>
internal static class SettingsInForce
{
    /// <summary>The first argument that asks for it.</summary>
    public const string Verb = "settings";

    /// <summary>The option that asks for the table of docs/configuration.md instead.</summary>
    public const string Table = "--table";

    /// <summary>The table: what each is called, what holds where it is not set, what it takes, what it is for.</summary>
    public static string Markdown() => "| setting | usual | takes | what it is for |\n|---|---|---|---|\n" + string.Concat(ApiOptions.Settings.Select(setting =>
        $"| `{setting.Variable}{(setting.IsGroup ? "__…" : "")}`{(setting.Option is null ? "" : $" `{setting.Option}`")} | {setting.Usually} | {setting.Takes.En} | {setting.What.En} |\n"));

    /// <summary>A line for each: its variable, what holds, and <c>set</c> where that is not the usual.</summary>
    public static async Task Write(IConfiguration configuration, TextWriter output)
    {
        foreach (var setting in ApiOptions.Settings)
        {
            if (setting.IsGroup)
            {
                foreach (var child in configuration.GetSection(setting.Name).GetChildren())
                    await output.WriteLineAsync($"{setting.Variable}__{child.Key}={child.Value}\tset");
            }
            else
            {
                var set = configuration[setting.Name] is { Length: > 0 } text ? text : null;
                await output.WriteLineAsync($"{setting.Variable}={(set is not null && setting.IsSecret ? "(hidden)" : set ?? setting.Usually)}\t{(set is null ? "" : "set")}".TrimEnd());
            }
        }
    }
}
