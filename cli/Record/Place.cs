using System.CommandLine;
using CityGrains.Silo;

namespace CityGrains.Cli.Record;

/// <summary>
/// The options that say where a store is: <c>--data DIR</c> for SQLite, <c>--store "Host=…"</c> for PostgreSQL. Where neither is given, the server's own
/// settings say it, from variables or a folder of secrets: a password on a command line is seen by everybody on the machine.
/// </summary>
/// <param name="variable">Reads a variable of the environment.</param>
internal sealed class Place(Func<string, string?> variable)
{
    private const string Usual = "data", Data = "CityGrains__Data", Store = "CityGrains__Store";

    /// <summary>The variables that name a folder of secrets, a file for each setting.</summary>
    private static readonly string[] Folders = ["CREDENTIALS_DIRECTORY", "CITYGRAINS_SECRETS"];

    private readonly Option<string?> _data = new("--data") { Description = "Folder of a SQLite store; data unless told / Thư mục của kho SQLite; data nếu không nêu" };

    private readonly Option<string?> _store = new("--store")
        { Description = "Connection string of a PostgreSQL store, \"Host=…;Database=…\" / Chuỗi kết nối của kho PostgreSQL" };

    /// <summary>Reads the process's own environment.</summary>
    public Place() : this(Environment.GetEnvironmentVariable)
    {
    }

    /// <summary>A command takes them.</summary>
    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_store);
    }

    /// <summary>What was given. Who names a folder means the store in it.</summary>
    public SiloOptions Of(ParseResult parsed)
    {
        var data = parsed.GetValue(_data);
        return new() { DataDirectory = data ?? Setting(Data) ?? Usual, Postgres = parsed.GetValue(_store) ?? (data is null ? Setting(Store) : null) };
    }

    private string? Setting(string name) =>
        variable(name) is { Length: > 0 } set ? set
        : Folders.Select(variable).OfType<string>().Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists) is { } secret ? File.ReadAllText(secret).Trim() : null;
}
