using System.Collections.Frozen;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>How the rows of one kind lie in their table, beside the columns every row has.</summary>
/// <param name="Kind">The kind of row.</param>
/// <param name="Rows">The table of rows.</param>
/// <param name="Index">The index of their words and facets.</param>
/// <param name="Periods">The table of their periods.</param>
/// <param name="Format">The program's format of their bodies.</param>
/// <param name="Own">Columns of this kind only, after the common ones.</param>
/// <param name="BindOwn">Binds those columns, from the given parameter on.</param>
internal sealed record RowTable(
    StreamKind Kind, string Rows, string Index, string Periods, int Format, IReadOnlyList<string> Own, Action<Statement, int, IRow> BindOwn)
{
    private static readonly string[] Common = ["id", "version", "hash", "recorded_at", "format", "search", "facets", "body"];

    /// <summary>All columns but the number, in the order of their parameters; the first is the id.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Common, .. Own];

    /// <summary>The parameter after those of the columns.</summary>
    public int Next => Columns.Count + 1;

    /// <summary>Asks for what an activation reads of the row with an id.</summary>
    public string Head { get; } = $"SELECT version, hash, recorded_at, format, body FROM {Rows} WHERE id = ?";

    /// <summary>Agreements.</summary>
    public static RowTable Agreements { get; } = new(
        StreamKind.Agreement, "agreements", "agreement_index", "agreement_periods", AgreementRow.Format, ["state", "kind", "office", "title", "signed_on"],
        (statement, first, row) =>
        {
            var agreement = (AgreementRow)row;
            statement.Bind(first, agreement.State).Bind(first + 1, agreement.Kind).Bind(first + 2, agreement.Office)
                .Bind(first + 3, agreement.Title).Bind(first + 4, agreement.SignedOn);
        });

    /// <summary>Cities.</summary>
    public static RowTable Cities { get; } = new(
        StreamKind.City, "cities", "city_index", "city_periods", CityRow.Format, ["name", "country"],
        (statement, first, row) =>
        {
            var city = (CityRow)row;
            statement.Bind(first, city.Name).Bind(first + 1, city.Country);
        });

    /// <summary>Offices.</summary>
    public static RowTable Offices { get; } = new(
        StreamKind.Office, "offices", "office_index", "office_periods", OfficeRow.Format, ["name"], (statement, first, row) => statement.Bind(first, ((OfficeRow)row).Name));

    /// <summary>Activities.</summary>
    public static RowTable Activities { get; } = new(
        StreamKind.Activity, "activities", "activity_index", "activity_periods", ActivityRow.Format, ["title"],
        (statement, first, row) => statement.Bind(first, ((ActivityRow)row).Title));

    /// <summary>Days of the access log.</summary>
    public static RowTable AccessDays { get; } = new(
        StreamKind.Access, "access_days", "access_day_index", "access_day_periods", AccessDayRow.Format, [], (_, _, _) => { });

    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<RowTable> All { get; } = [Agreements, Cities, Offices, Activities, AccessDays];

    private static readonly FrozenDictionary<StreamKind, RowTable> ByKind = All.ToFrozenDictionary(table => table.Kind);

    /// <summary>Binds the columns of a row.</summary>
    public Statement Bind(Statement statement, IRow row, string facets)
    {
        statement.Bind(1, row.Stream.Id).Bind(2, row.Version).BindBlob(3, row.Last.Hash).Bind(4, row.Last.RecordedAt)
            .Bind(5, Format).Bind(6, row.Keys.Search).Bind(7, facets).BindText(8, row.Body);
        BindOwn(statement, Common.Length + 1, row);
        return statement;
    }

    /// <summary>The table of a kind.</summary>
    public static RowTable Of(StreamKind kind) => ByKind[kind];
}
