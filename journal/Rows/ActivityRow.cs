using System.Globalization;
using System.Text.Json;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Text;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>An activity as lists show it.</summary>
public sealed record ActivityRow : IRow
{
    /// <summary>Format of <see cref="Body"/>; raise it when the state's JSON changes.</summary>
    public const int Format = 2;

    /// <summary>The activity's id.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required long Version { get; init; }

    /// <inheritdoc/>
    public required LastEvent Last { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public required RowKeys Keys { get; init; }

    /// <inheritdoc/>
    public required byte[] Body { get; init; }

    /// <inheritdoc/>
    public StreamId Stream => new(StreamKind.Activity, Id);

    /// <summary>The row of an activity that ends with the event <paramref name="last"/>.</summary>
    public static ActivityRow From(Activity activity, LastEvent last) => new()
    {
        Id = activity.Id,
        Version = activity.Version,
        Last = last,
        Title = activity.Title,
        Keys = KeysOf(activity),
        Body = JsonSerializer.SerializeToUtf8Bytes(activity, JournalJson.Default.Activity),
    };

    /// <summary>What an activity is filtered and found by.</summary>
    public static RowKeys KeysOf(Activity activity) => new(
        [
            new Facet(FacetNames.Kind, Written(activity.Kind)),
            new Facet(FacetNames.State, Written(activity.State)),
            new Facet(FacetNames.Office, activity.Office),
            .. activity.Agreements.Select(id => new Facet(FacetNames.Agreement, id)),
            .. activity.Cities.Select(id => new Facet(FacetNames.City, id)),
            .. Years(activity.Days).Select(year => new Facet(FacetNames.Year, year.ToString(CultureInfo.InvariantCulture))),
            .. FacetNames.OfClaims(activity.ClaimedFacts),
        ],
        SearchText.Fold($"{activity.Id} {activity.Title} {activity.Organiser} {activity.Place?.Name}"))
    {
        Periods = PeriodRow.Of(activity),
        Clocks = ClockRow.Of(activity),
    };

    /// <summary>The written form of a kind or a state, <c>delegation-in</c>.</summary>
    public static string Written<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The years it may touch; of one that takes decades, the first and the last.</summary>
    private static IEnumerable<int> Years(Days days)
    {
        var (first, last) = (days.From.Earliest!.Value.Year, days.Last.Latest!.Value.Year);
        return last - first < 20 ? Enumerable.Range(first, last - first + 1) : [first, last];
    }
}
