using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Text;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries.Cities;

/// <summary>Every value ever recorded of a city's indicators, in the order recorded, each with its source; from the city's events.</summary>
public sealed class IndicatorSeries(IJournal journal, IRows rows)
{
    private const int UsualPage = 100;

    private static readonly string Recorded = EventNames.NameOf(typeof(IndicatorRecorded));

    /// <summary>A page of them.</summary>
    public async Task<IResult> Read(HttpContext http, string id)
    {
        var query = new QueryReader(http.Request.Query);
        var name = query.Value("name") is { } written ? SearchText.Fold(written) : null;
        var after = query.Number("after", least: 0) ?? 0;
        var limit = query.Limit(UsualPage);
        if (query.End() is { } problem) return problem;
        var stream = new StreamId(StreamKind.City, id);
        if (await rows.Find(stream, http.RequestAborted) is null) return RecordProblems.NoSuchCity;

        var page = await Points(stream, after, http.RequestAborted)
            .Where(point => name is null || SearchText.Fold(point.Name) == name).Take(limit + 1).ToListAsync(http.RequestAborted);
        return JsonAnswer.Of(new VersionedPage<IndicatorPoint>([.. page.Take(limit)], page.Count > limit ? page[limit - 1].Version : null),
            ViewJson.Default.VersionedPageIndicatorPoint);
    }

    /// <summary>All of them after a version.</summary>
    public IAsyncEnumerable<IndicatorPoint> Points(StreamId stream, long after, CancellationToken cancel) =>
        journal.ReadStream(stream, after, cancel).Where(recorded => recorded.Type == Recorded).Select(Point);

    private static IndicatorPoint Point(RecordedEvent recorded)
    {
        var indicator = JsonSerializer.Deserialize(recorded.Data, JournalJson.Default.IndicatorRecorded)!.Indicator;
        var meta = JsonSerializer.Deserialize(recorded.Meta, JournalJson.Default.EventMeta)!;
        return new IndicatorPoint(
            recorded.Version, indicator.Name, indicator.Value, indicator.Unit, indicator.Qualifier, indicator.AsOf, recorded.RecordedAt, meta.Actor,
            meta.Source);
    }
}
