namespace CityGrains.Api.Pages.Reading;

/// <summary>A page of a list, and the question it answers.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="Root">Where the list is, <c>/agreements</c>.</param>
public abstract record Listing(IQueryCollection Query, string Root)
{
    /// <summary>True when less than everything is asked for.</summary>
    public bool IsFiltered => Query.Any(parameter => parameter.Key is not AskedList.After && parameter.Value.Any(value => value is { Length: > 0 }));

    /// <summary>What is asked of a parameter; null when nothing is.</summary>
    public string? Asked(string name) => Query.Asked(name);

    /// <summary>True when a value is asked for.</summary>
    public bool IsAsked(string name, string value) => Query[name].Contains(value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same question from another page on.</summary>
    public string Link(string? after) => Query.Link(Root, after);
}
