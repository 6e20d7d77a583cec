namespace CityGrains.Journal.Rows;

/// <summary>Requests for feedback across all records, answered from their rows.</summary>
/// <remarks>Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached.</remarks>
public interface IRequestRows
{
    /// <summary>A page, what is due first first; null when the request the page begins after is not there.</summary>
    Task<IReadOnlyList<ListedRequest>?> List(RequestFilter filter, CancellationToken cancel = default);

    /// <summary>How many there are on all pages.</summary>
    Task<long> Count(RequestFilter filter, CancellationToken cancel = default);

    /// <summary>How the bodies that were asked have answered.</summary>
    /// <param name="filter">Which requests; the page does not matter.</param>
    /// <param name="today">What was due before is overdue.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<AskedBody>> Statistics(RequestFilter filter, DateOnly today, CancellationToken cancel = default);
}

/// <summary>Which requests, and which page of them.</summary>
/// <param name="AskedBy">Bodies that ask, any of them, as <see cref="RequestRow.Name"/> has them; empty for all.</param>
/// <param name="AskedOf">Bodies that are asked, likewise.</param>
/// <param name="Open">Those without an answer that is still awaited, or the others; null for all.</param>
/// <param name="DueBefore">Those due before that day; null for all.</param>
/// <param name="After">The last of the page before; null for the first.</param>
/// <param name="Limit">1 to 500.</param>
public sealed record RequestFilter(
    IReadOnlyList<string> AskedBy, IReadOnlyList<string> AskedOf, bool? Open, DateOnly? DueBefore, RequestPlace? After, int Limit);

/// <summary>Where a request is.</summary>
/// <param name="Stream">The record it is about.</param>
/// <param name="Ordinal">Its place among the record's requests, from 1.</param>
public sealed record RequestPlace(StreamId Stream, long Ordinal);

/// <summary>A request in a list.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="About">What the record is called.</param>
/// <param name="Body">The request, JSON.</param>
public sealed record ListedRequest(RequestPlace Place, string About, string Body);
