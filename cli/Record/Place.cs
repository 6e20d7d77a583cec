using System.CommandLine;
using CityGrains.Silo;

namespace CityGrains.Cli.Record;

/// <summary>The options that say where a store is: <c>--data DIR</c> for SQLite, <c>--store "Host=…"</c> for PostgreSQL.</summary>
internal sealed class Place
{
    private const string Usual = "data";

    private readonly Option<string> _data = new("--data") { Description = "Folder of a SQLite store / Thư mục của kho SQLite", DefaultValueFactory = _ => Usual };

    private readonly Option<string?> _store = new("--store") { Description = "Connection string of a PostgreSQL store, \"Host=…;Database=…\" / Chuỗi kết nối của kho PostgreSQL" };

    /// <summary>A command takes them.</summary>
    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_store);
    }

    /// <summary>What was given.</summary>
    public SiloOptions Of(ParseResult parsed) => new() { DataDirectory = parsed.GetRequiredValue(_data), Postgres = parsed.GetValue(_store) };
}
