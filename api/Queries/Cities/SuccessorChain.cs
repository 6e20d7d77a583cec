using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Cities;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries.Cities;

/// <summary>
/// Who follows a city, who follows those, and so on: to where its agreements and memberships belong today. And the other way: whom it follows, and whom those
/// followed.
/// </summary>
public sealed class SuccessorChain(IRows rows, KnownPlaces places)
{
    /// <summary>More would be a mistake in the record, or a circle.</summary>
    private const int Most = 200;

    /// <summary>The whole chain, the nearest first; each city once.</summary>
    public async Task<IResult> Read(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        return await Of(id, http.RequestAborted) is { } chain ? JsonAnswer.Of(new SuccessorsView(chain), ViewJson.Default.SuccessorsView)
            : RecordProblems.NoSuchCity;
    }

    /// <summary>The same, before it is written; null when there is no such city.</summary>
    public async Task<IReadOnlyList<SuccessorItem>?> Of(string id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not { } city) return null;
        var chain = new List<SuccessorItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        var toFollow = new Queue<City>([city]);
        while (toFollow.TryDequeue(out var followed))
        {
            foreach (var next in followed.Successors.Where(next => chain.Count < Most && seen.Add(next.City)))
            {
                var found = await Find(next.City, cancel);
                chain.Add(new SuccessorItem(next.City, followed.Id, next.Part, next.On, next.Decision, found?.Name, found?.Ending));
                if (found is not null) toFollow.Enqueue(found);
            }
        }

        return chain;
    }

    /// <summary>Whom a city follows: the whole chain, the nearest first; each city once.</summary>
    public async Task<IResult> ReadBefore(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        return await Before(id, http.RequestAborted) is { } chain ? JsonAnswer.Of(new PredecessorsView(chain), ViewJson.Default.PredecessorsView)
            : RecordProblems.NoSuchCity;
    }

    /// <summary>The same, before it is written; null when there is no such city.</summary>
    public async Task<IReadOnlyList<PredecessorItem>?> Before(string id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is null) return null;
        var known = await places.Read(cancel);
        var chain = new List<PredecessorItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        var toFollow = new Queue<string>([id]);
        while (toFollow.TryDequeue(out var heir))
        {
            foreach (var (city, how) in known.FollowedBy(heir).Where(one => chain.Count < Most && seen.Add(one.City)))
            {
                var found = (await Find(city, cancel))!; // its row says whom it is followed by
                chain.Add(new PredecessorItem(city, heir, how.Part, how.On, how.Decision, found.Name, found.Ending));
                toFollow.Enqueue(city);
            }
        }

        return chain;
    }

    private async Task<City?> Find(string id, CancellationToken cancel) =>
        await rows.Find(new StreamId(StreamKind.City, id), cancel) is { } row ? JsonSerializer.Deserialize(row.Body, JournalJson.Default.City) : null;
}
