using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using CityGrains.Domain.Text;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>A request for feedback as lists and statistics know it. All values are text that sorts as what it stands for does, or whole numbers.</summary>
/// <param name="Ordinal">Place among the record's requests, from 1: <c>r1</c>.</param>
/// <param name="About">What the record is called.</param>
/// <param name="AskedBy">The body that asks, as it is compared.</param>
/// <param name="AskedOf">The body that is asked, likewise.</param>
/// <param name="DueBy">The last day it is due on, <c>2024-02-14</c>; <see cref="NoDay"/> where none was set.</param>
/// <param name="Standing">One of <see cref="RequestStanding"/>, by its name.</param>
/// <param name="Days">Days from the asking to the answer; -1 where that is not known.</param>
/// <param name="Body">The request itself, JSON.</param>
public sealed record RequestRow(int Ordinal, string About, string AskedBy, string AskedOf, string DueBy, string Standing, int Days, string Body) : IBelonging
{
    /// <summary>Sorts after every day: no day was set.</summary>
    public const string NoDay = "~";

    /// <summary>The standing of a request nobody has answered.</summary>
    public static string Open { get; } = nameof(RequestStanding.Open);

    /// <inheritdoc/>
    public IReadOnlyList<object> Values => [(long)Ordinal, About, AskedBy, AskedOf, DueBy, Standing, (long)Days, Body];

    /// <summary>The requests of a record of some name.</summary>
    public static IReadOnlyList<RequestRow> Of(RequestBook requests, string about) =>
        [.. requests.All.Select((request, place) => Of(place + 1, request, about))];

    /// <summary>The name of a body as it is compared.</summary>
    public static string Name(string body) => NormalForm.Compose(body).Trim();

    private static RequestRow Of(int ordinal, FeedbackRequest request, string about) => new(
        ordinal, about, Name(request.Question.AskedBy ?? ""), Name(request.Question.AskedOf), Day(request.Question.DueBy), request.Standing.ToString(),
        request.Days ?? -1, JsonSerializer.Serialize(request, JournalJson.Default.FeedbackRequest));

    private static string Day(DateOfRecord? due) => due?.Latest is { } day ? PeriodRow.Day(day) : NoDay;
}
