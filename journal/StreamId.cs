namespace CityGrains.Journal;

/// <summary>What a stream of events is about.</summary>
public enum StreamKind
{
    /// <summary>An agreement.</summary>
    Agreement,

    /// <summary>A city.</summary>
    City,
}

/// <summary>Names a stream: one agreement, one city. Written <c>agreement/agr-2024-000123</c>.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Id">The id of its subject.</param>
public sealed record StreamId(StreamKind Kind, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch { StreamKind.Agreement => "agreement/", _ => "city/" } + Id;

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text names no stream.</exception>
    public static StreamId Parse(string text) => text.Split('/', 2) switch
    {
        ["agreement", var id] => new StreamId(StreamKind.Agreement, id),
        ["city", var id] => new StreamId(StreamKind.City, id),
        _ => throw new FormatException($"'{text}' names no stream; expected agreement/… or city/…"),
    };
}
