using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries;

/// <summary>A filter of a list, <c>?country=Vietnam</c>; several values mean any of them.</summary>
/// <param name="Name">Name in the query and of the facet.</param>
/// <param name="Summary">What it filters by.</param>
/// <param name="Expected">What a value looks like.</param>
/// <param name="Read">A value as it is compared; null when it is none.</param>
public sealed record ListFilter(string Name, Sentence Summary, Sentence Expected, Func<string, string?> Read)
{
    /// <summary>Values that only the rows know; checked there when <see cref="Read"/> does not know them.</summary>
    public bool AlsoAsWritten { get; init; }

    /// <summary>The values that a value read means, where these are several; null where it means itself.</summary>
    public Func<string, CancellationToken, ValueTask<IReadOnlyList<string>>>? Meaning { get; init; }

    /// <summary>The clocks one of which must run, of the values read; null of a filter by facets.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, ValueTask<IReadOnlyList<ClockRange>>>? Clocks { get; init; }

    /// <summary>The values it takes, where they are few; else empty.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A filter whose values are these names; case and hyphens do not matter.</summary>
    public static ListFilter OneOf(string name, Sentence summary, IReadOnlyList<string> names)
    {
        var byName = names.ToDictionary(Plain, StringComparer.OrdinalIgnoreCase);
        var all = string.Join(", ", names);
        return new ListFilter(name, summary, new Sentence($"một trong: {all}", $"one of: {all}"),
            value => byName.GetValueOrDefault(Plain(value))) { Choices = names };
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
