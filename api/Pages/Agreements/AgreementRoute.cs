using System.Text.Json;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.Agreements;

/// <summary>Answers <c>GET /agreements/{id}</c>: one agreement from its proposal to today.</summary>
internal sealed class AgreementRoute(AgreementQueries agreements, ActivityQueries activities, IJournal journal, RecordedNows nows, Reader reader)
{
    public async Task<IResult> Read(HttpContext http, string id)
    {
        var agreement = await agreements.Find(id, http.RequestAborted);
        if (agreement.Problem is { } problem) return ProblemPages.Of(problem);

        var names = Names.Of(agreement.Value);
        var history = new List<HistoryLine>();
        await foreach (var recorded in journal.ReadStream(new StreamId(StreamKind.Agreement, id), cancel: http.RequestAborted)) history.Add(Line(recorded, names));
        history.Reverse();
        var done = await nows.Read(http);
        var held = agreement.Value.Activities.Count == 0 ? [] : (await activities.Page(Asking.Of(("agreement", id)), http.RequestAborted)).Value.Items;
        return Page.Of<AgreementPage, AgreementStory>(new(agreement.Value, history, done) { Activities = held });
    }

    private HistoryLine Line(RecordedEvent recorded, IReadOnlyDictionary<string, string> names)
    {
        using var meta = JsonDocument.Parse(recorded.Meta);
        var source = meta.RootElement.TryGetProperty("source", out var document) && document.ValueKind is JsonValueKind.Object ? document.GetProperty("title").GetString() : null;
        return new HistoryLine(
            recorded.Version, Domain.Record.DateOfRecord.Parse(recorded.OccurredOn), EventSentence.Of(reader, recorded, names),
            meta.RootElement.GetProperty("actor").GetString()!, RecordedEvent.Instant(recorded.RecordedAt), source, Convert.ToHexStringLower(recorded.Hash)[..8]);
    }
}
