namespace CityGrains.Journal;

/// <summary>What a stream of events is about. Its name in lower case is how streams and counters write it.</summary>
public enum StreamKind
{
    /// <summary>An agreement.</summary>
    Agreement,

    /// <summary>A city.</summary>
    City,

    /// <summary>An office.</summary>
    Office,

    /// <summary>An activity.</summary>
    Activity,

    /// <summary>A day of the access log: for auditors only, so in no feed.</summary>
    Access,
}

/// <summary>Names a stream: one agreement, one city. Written <c>agreement/agr-2024-000123</c>.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Id">The id of its subject.</param>
public sealed record StreamId(StreamKind Kind, string Id)
{
    private static readonly string[] Names = [.. Enum.GetNames<StreamKind>().Select(name => name.ToLowerInvariant())];

    /// <inheritdoc/>
    public override string ToString() => $"{NameOf(Kind)}/{Id}";

    /// <summary>The written form of a kind, <c>agreement</c>.</summary>
    public static string NameOf(StreamKind kind) => Names[(int)kind];

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text names no stream.</exception>
    public static StreamId Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"'{text}' names no stream; expected one of {string.Join(", ", Names.Select(name => $"{name}/…"))}");

    /// <summary>Reads the written form; null when the text names no stream.</summary>
    public static StreamId? TryParse(string? text) =>
        text?.Split('/', 2) is [var name, var id] && Array.IndexOf(Names, name) is >= 0 and var kind ? new StreamId((StreamKind)kind, id) : null;
}
