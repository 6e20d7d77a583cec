using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.Agreements;

/// <summary>Answers <c>GET /agreements/{id}</c>: one agreement from its proposal to today.</summary>
internal sealed class AgreementRoute(
    AgreementQueries agreements, ActivityQueries activities, IJournal journal, RecordedNows nows, Recent<IReadOnlyList<HistoryLine>> histories, Reader reader)
{
    /// <summary>How many lines of histories are kept at hand.</summary>
    public const int MostLines = 20_000;

    public async Task<IResult> Read(HttpContext http, string id)
    {
        var agreement = await agreements.Find(id, http.RequestAborted);
        if (agreement.Problem is { } problem) return ProblemPages.Of(problem);

        var history = await History(agreement.Value, http.RequestAborted);
        var done = await nows.Read(http);
        var held = agreement.Value.Activities.Count == 0 ? [] : (await activities.Page(Asking.Of(("agreement", id)), http.RequestAborted)).Value.Items;
        return Page.Of<AgreementPage, AgreementStory>(new(agreement.Value, history, done) { Activities = held });
    }

    /// <summary>What happened, up to the version that is shown: events do not change, and their words only with what the record calls its parts.</summary>
    private async Task<IReadOnlyList<HistoryLine>> History(AgreementView agreement, CancellationToken cancel)
    {
        var key = $"{agreement.Id}.{reader.Language}";
        if (histories.TryGet(key, agreement.Version, out var told)) return told;
        var names = Names.Of(agreement);
        var lines = await journal.ReadStream(new StreamId(StreamKind.Agreement, agreement.Id), cancel: cancel)
            .Where(recorded => recorded.Version <= agreement.Version)
            .Select(recorded => Line(recorded, names)).ToListAsync(cancel);
        lines.Reverse();
        return histories.Keep(key, agreement.Version, lines, lines.Count);
    }

    private HistoryLine Line(RecordedEvent recorded, IReadOnlyDictionary<string, string> names)
    {
        using var meta = JsonDocument.Parse(recorded.Meta);
        var source = meta.RootElement.TryGetProperty("source", out var document) && document.ValueKind is JsonValueKind.Object
            ? document.GetProperty("title").GetString()
            : null;
        return new HistoryLine(
            recorded.Version, Domain.Record.DateOfRecord.Parse(recorded.OccurredOn), EventSentence.Of(reader, recorded, names),
            meta.RootElement.GetProperty("actor").GetString()!, RecordedEvent.Instant(recorded.RecordedAt), source,
            Convert.ToHexStringLower(recorded.Hash)[..8]);
    }
}
