using System.Text.Json;
using CityGrains.Domain.Requests;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Requests;

/// <summary>A request for feedback as a list shows it.</summary>
/// <param name="Key">Its place in the list: record and request, <c>agreement/agr-2026-000001/r1</c>.</param>
/// <param name="Version">How much happened with it: it was asked, reminded of, answered or taken back.</param>
/// <param name="Agreement">Id of the agreement it is about; absent of a city's.</param>
/// <param name="City">Id of the city it is about; absent of an agreement's.</param>
/// <param name="About">What that record is called.</param>
/// <param name="Overdue">It was certainly due before today, and nobody has answered.</param>
/// <param name="Request">The request and what became of it.</param>
public sealed record RequestItem(string Key, long Version, string? Agreement, string? City, string About, bool Overdue, FeedbackRequest Request)
{
    internal static RequestItem Of(ListedRequest listed, DateOnly today)
    {
        var request = JsonSerializer.Deserialize(listed.Body, JournalJson.Default.FeedbackRequest)!;
        var stream = listed.Place.Stream;
        return new RequestItem(
            RequestKey.Of(listed.Place), VersionOf(request),
            stream.Kind is StreamKind.Agreement ? stream.Id : null, stream.Kind is StreamKind.City ? stream.Id : null,
            listed.About, request.IsOverdue(today), request);
    }

    internal static long VersionOf(FeedbackRequest request) =>
        1 + request.Reminders.Length + (request.Answer is null ? 0 : 1) + (request.Withdrawal is null ? 0 : 1);
}

/// <summary>How bodies have answered what they were asked.</summary>
/// <param name="Items">Each body that was asked, the most asked first.</param>
/// <param name="Together">All of them together.</param>
/// <param name="Today">The day in Vietnam; what was due before it is overdue.</param>
public sealed record RequestStatistics(IReadOnlyList<AskedBodyView> Items, AskedBodyView Together, DateOnly Today);

/// <summary>How a body has answered.</summary>
/// <param name="AskedOf">The body; absent of all together.</param>
/// <param name="Asked">How many requests it got.</param>
/// <param name="Answered">How many it answered.</param>
/// <param name="Open">How many it owes an answer to.</param>
/// <param name="Overdue">How many of those were due before today.</param>
/// <param name="Withdrawn">How many were taken back.</param>
/// <param name="MedianDays">Days that half of its answers took no longer than; absent where no answer has both its days.</param>
/// <param name="P90Days">Days that nine in ten of its answers took no longer than (nearest rank); likewise.</param>
public sealed record AskedBodyView(string? AskedOf, long Asked, long Answered, long Open, long Overdue, long Withdrawn, double? MedianDays, int? P90Days)
{
    internal static AskedBodyView Of(AskedBody body) =>
        new(body.Name, body.Asked, body.Answered, body.Open, body.Overdue, body.Withdrawn, body.MedianDays, body.NinetiethDays);
}
