using System.Collections.Frozen;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Postgres;

/// <summary>How the rows of one kind lie in their table, beside the columns every row has.</summary>
/// <param name="Kind">The kind of row.</param>
/// <param name="Rows">The table of rows.</param>
/// <param name="Facets">The table of what they are filtered by.</param>
/// <param name="Periods">The table of their periods.</param>
/// <param name="Format">The program's format of their bodies.</param>
/// <param name="Columns">Text columns of this kind only.</param>
/// <param name="Values">The values of those columns.</param>
internal sealed record RowTable(
    StreamKind Kind, string Rows, string Facets, string Periods, int Format, IReadOnlyList<string> Columns, Func<IRow, IReadOnlyList<string?>> Values)
{
    /// <summary>All columns but the number; the first is the id.</summary>
    public IReadOnlyList<string> AllColumns { get; } = ["id", "version", "hash", "recorded_at", "format", "search", "body", .. Columns];

    /// <summary>Asks for what an activation reads of the row with an id.</summary>
    public string Head { get; } = $"SELECT version, hash, recorded_at, format, body FROM {Rows} WHERE id = $1";

    /// <summary>Agreements.</summary>
    public static RowTable Agreements { get; } = new(
        StreamKind.Agreement, "citygrains.agreements", "citygrains.agreement_facets", "citygrains.agreement_periods", AgreementRow.Format,
        ["state", "kind", "office", "title", "signed_on"],
        row => row is AgreementRow agreement ? [agreement.State, agreement.Kind, agreement.Office, agreement.Title, agreement.SignedOn] : throw Stray(row));

    /// <summary>Cities.</summary>
    public static RowTable Cities { get; } = new(
        StreamKind.City, "citygrains.cities", "citygrains.city_facets", "citygrains.city_periods", CityRow.Format, ["name", "country"],
        row => row is CityRow city ? [city.Name, city.Country] : throw Stray(row));

    /// <summary>Offices.</summary>
    public static RowTable Offices { get; } = new(
        StreamKind.Office, "citygrains.offices", "citygrains.office_facets", "citygrains.office_periods", OfficeRow.Format, ["name"],
        row => row is OfficeRow office ? [office.Name] : throw Stray(row));

    /// <summary>Activities.</summary>
    public static RowTable Activities { get; } = new(
        StreamKind.Activity, "citygrains.activities", "citygrains.activity_facets", "citygrains.activity_periods", ActivityRow.Format, ["title"],
        row => row is ActivityRow activity ? [activity.Title] : throw Stray(row));

    /// <summary>Days of the access log.</summary>
    public static RowTable AccessDays { get; } = new(
        StreamKind.Access, "citygrains.access_days", "citygrains.access_day_facets", "citygrains.access_day_periods", AccessDayRow.Format, [], row => row is AccessDayRow ? [] : throw Stray(row));

    /// <summary>Every kind there is, in the order of the names of their streams.</summary>
    public static IReadOnlyList<RowTable> All { get; } =
        [.. new[] { Agreements, Cities, Offices, Activities, AccessDays }.OrderBy(table => new StreamId(table.Kind, "").ToString(), StringComparer.Ordinal)];

    private static readonly FrozenDictionary<StreamKind, RowTable> ByKind = All.ToFrozenDictionary(table => table.Kind);

    /// <summary>The table of a kind.</summary>
    public static RowTable Of(StreamKind kind) => ByKind[kind];

    private static ArgumentException Stray(IRow row) => new($"The row of {row.Stream} is of another kind than its stream.", nameof(row));
}
