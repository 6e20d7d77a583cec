namespace CityGrains.Journal.Rows;

/// <summary>A row that belongs to a record and lies in a table of its own.</summary>
public interface IBelonging
{
    /// <summary>Its values in the order of the table's columns, each text or a whole number; never null.</summary>
    IReadOnlyList<object> Values { get; }
}

/// <summary>A column of such a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsWhole">It holds a whole number of 64 bits, else text.</param>
internal readonly record struct BelongingColumn(string Name, bool IsWhole);

/// <summary>
/// A table of rows that belong to records of any kind, a pure function of their states: written where they change in the transaction of the record's own row,
/// thrown away and rebuilt with it, verified against the fold. Each row also holds the record's number and stream.
/// </summary>
/// <param name="Name">The table.</param>
/// <param name="Key">The columns that tell a record's rows apart.</param>
/// <param name="Others">The columns after those.</param>
/// <param name="Of">The rows of a record.</param>
internal sealed record BelongingTable(
    string Name, IReadOnlyList<BelongingColumn> Key, IReadOnlyList<BelongingColumn> Others, Func<RowKeys, IReadOnlyList<IBelonging>> Of)
{
    /// <summary>Requests for feedback.</summary>
    public static BelongingTable Requests { get; } = new(
        "requests", [Whole("ordinal")],
        [Text("about"), Text("asked_by"), Text("asked_of"), Text("due_by"), Text("standing"), Whole("days"), Text("body")], keys => keys.Requests);

    /// <summary>Every such table.</summary>
    public static IReadOnlyList<BelongingTable> Every { get; } = [Requests];

    /// <summary>Its columns, in the order of the values.</summary>
    public IReadOnlyList<BelongingColumn> All { get; } = [.. Key, .. Others];

    /// <summary>Their names.</summary>
    public string Columns { get; } = string.Join(", ", Key.Concat(Others).Select(column => column.Name));

    private static BelongingColumn Text(string name) => new(name, IsWhole: false);

    private static BelongingColumn Whole(string name) => new(name, IsWhole: true);
}
