using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>Gathers what a record says; what it does not say is left out.</summary>
internal sealed class FactList(Reader reader)
{
    private readonly List<Fact> _facts = [];

    /// <summary>What was gathered, in the order it was added.</summary>
    public IReadOnlyList<Fact> All => _facts;

    /// <summary>Adds a fact whose label is a text.</summary>
    public FactList Add(string key, string? value) => Named(key, reader[$"fact.{key}"], value);

    /// <summary>Adds one of several of a sort: the label is a text that takes a name.</summary>
    public FactList Add(string sort, string id, string name, string? value) => Named($"{sort}/{id}", reader[$"fact.{sort}", name], value);

    private FactList Named(string key, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value)) _facts.Add(new Fact(key, label, value));
        return this;
    }

    /// <summary>Parts that there are, with a separator between.</summary>
    public static string Join(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
