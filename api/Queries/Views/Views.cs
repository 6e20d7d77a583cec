using System.Text.Json.Serialization;

namespace CityGrains.Api.Queries.Views;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">In the order they were first recorded.</param>
/// <param name="Next">What to ask for as <c>after</c>; null on the last page.</param>
/// <param name="Total">How many match on all pages; only where it was asked for.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next, long? Total)
{
    /// <summary>Present, and true, where more match than <see cref="Total"/> says: what a search finds is counted no further than that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AndMore { get; init; }

    /// <summary>The page with a total that was counted no further than that.</summary>
    public Page<T> UpTo(long most) => Total > most ? this with { Total = most, AndMore = true } : this;
}

/// <summary>A page of what is listed by its place in a history.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">In the order recorded.</param>
/// <param name="Next">What to ask for as <c>after</c>; null on the last page.</param>
public sealed record VersionedPage<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? Next);

/// <summary>A country as people read it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2; absent where the name stands for no ISO country.</param>
/// <param name="Written">The name as the source wrote it.</param>
/// <param name="Vi">Vietnamese name.</param>
/// <param name="En">English name.</param>
public sealed record CountryView(string? Code, string Written, string Vi, string En);

/// <summary>What this program is.</summary>
/// <param name="Name">CityGrains.</param>
/// <param name="Version">Its version.</param>
/// <param name="Runtime">What runs the grains: <c>orleans</c> or <c>embedded</c>.</param>
/// <param name="Store">Where the record lies: <c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Documentation">Where the API is described.</param>
public sealed record AboutView(string Name, string Version, string Runtime, string Store, string Documentation);

/// <summary>How a health check ended.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not-ready</c>.</param>
public sealed record HealthView(string Status)
{
    /// <summary>What was looked at; absent where only the process is asked for.</summary>
    public IReadOnlyList<HealthCheckView>? Checks { get; init; }
}

/// <summary>How a part of the program is.</summary>
/// <param name="Name"><c>store</c>, <c>schema</c>, <c>seals</c>, <c>chain</c>, <c>disk</c>, <c>portfolio</c>, <c>queue</c>, <c>process</c> or
/// <c>requests</c>.</param>
/// <param name="Status"><c>well</c>; <c>ailing</c>: it serves, and somebody should look after it; <c>down</c>: it cannot serve.</param>
/// <param name="Vi">What is to be known and done, in Vietnamese.</param>
/// <param name="En">In English.</param>
public sealed record HealthCheckView(string Name, string Status, string Vi, string En);
