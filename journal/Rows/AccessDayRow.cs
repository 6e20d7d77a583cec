using System.Text.Json;
using CityGrains.Domain.Access;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>A day of the access log.</summary>
public sealed record AccessDayRow : IRow
{
    /// <summary>Format of <see cref="Body"/>; raise it when the state's JSON changes.</summary>
    public const int Format = 1;

    /// <summary>The day.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required long Version { get; init; }

    /// <inheritdoc/>
    public required LastEvent Last { get; init; }

    /// <inheritdoc/>
    public required RowKeys Keys { get; init; }

    /// <inheritdoc/>
    public required byte[] Body { get; init; }

    /// <inheritdoc/>
    public StreamId Stream => new(StreamKind.Access, Id);

    /// <summary>The row of a day that ends with the event <paramref name="last"/>.</summary>
    public static AccessDayRow From(AccessDay day, LastEvent last) => new()
    {
        Id = day.Id,
        Version = day.Version,
        Last = last,
        Keys = KeysOf(day),
        Body = JsonSerializer.SerializeToUtf8Bytes(day, JournalJson.Default.AccessDay),
    };

    /// <summary>What a day is found by.</summary>
    public static RowKeys KeysOf(AccessDay day) => new([], day.Id);
}
