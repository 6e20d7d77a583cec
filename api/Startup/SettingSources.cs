using CityGrains.Domain.Record;

namespace CityGrains.Api.Startup;

/// <summary>
/// Where settings come from; a later one goes before: <c>appsettings.json</c> beside the program, the file of <c>--config</c>, a folder of secrets with a file
/// for each, variables, the command line.
/// </summary>
internal static class SettingSources
{
    /// <summary>The variables that name a folder of secrets: our own, and that of systemd's <c>LoadCredential=</c>.</summary>
    public const string Secrets = "CITYGRAINS_SECRETS", Credentials = "CREDENTIALS_DIRECTORY";

    /// <summary>Reads them all.</summary>
    public static (IConfigurationRoot Configuration, IReadOnlyList<Sentence> Faults) Read(IReadOnlyList<string> args)
    {
        var (given, config, faults) = CommandLine.Read(args);
        var wrong = new List<Sentence>(faults);
        var builder = new ConfigurationBuilder();
        Add(builder, Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, wrong);
        if ((config ?? Variable(CommandLine.ConfigVariable)) is { } file) Add(builder, Path.GetFullPath(file), optional: false, wrong);
        foreach (var folder in (string[])[Secrets, Credentials])
        {
            if (Variable(folder) is not { } secrets) continue;
            if (Directory.Exists(secrets)) builder.AddKeyPerFile(Path.GetFullPath(secrets), optional: false);
            else wrong.Add(new Sentence($"{folder}: không có thư mục {secrets}.", $"{folder}: there is no folder {secrets}."));
        }

        return (builder.AddEnvironmentVariables().AddInMemoryCollection(given).Build(), wrong);
    }

    /// <summary>Adds a file, where it can be read at all.</summary>
    private static void Add(ConfigurationBuilder builder, string file, bool optional, List<Sentence> wrong)
    {
        if (optional && !File.Exists(file)) return;
        try
        {
            var read = new ConfigurationBuilder().AddJsonFile(file, optional: false).Build();
            builder.AddConfiguration(read, shouldDisposeConfiguration: true);
        }
        catch (Exception trouble) when (trouble is InvalidDataException or IOException or UnauthorizedAccessException or FormatException)
        {
            var reason = (trouble.InnerException ?? trouble).Message;
            wrong.Add(new Sentence($"Không đọc được tệp thiết lập {file}: {reason}", $"The file of settings {file} cannot be read: {reason}"));
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
