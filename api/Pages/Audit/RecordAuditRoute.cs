using CityGrains.Api.Pages.Audit.Facts;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Domain.Networks;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Pages.Audit;

/// <summary>
/// Answers <c>GET /audit/agreement/{id}</c>, and the same of cities, activities and offices: everything from the events themselves, nothing from the rows made
/// of them.
/// </summary>
internal sealed class RecordAuditRoute(IJournal journal, NetworkDirectory networks, Reader reader)
{
    private const int PageLength = 100;

    /// <summary>The kinds of record that are inspected.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["agreement", "city", "activity", "office"];

    public Task<IResult> Of(HttpContext http, string kind, string id) => kind switch
    {
        "agreement" => Read(http, RecordTypes.Agreement, id, RecordProblems.NoSuchAgreement, AgreementFacts.Of, it => it.Title.Vi, it => Names.Of(it, reader)),
        "city" => Read(http, RecordTypes.City, id, RecordProblems.NoSuchCity, CityFacts.Of, it => it.Name, it => Names.Of(networks, it.Requests.All, reader)),
        "activity" => Read(http, RecordTypes.Activity, id, RecordProblems.NoSuchActivity, ActivityFacts.Of, it => it.Title, it => Names.Of(it, reader)),
        _ => Read(http, RecordTypes.Office, id, RecordProblems.NoSuchOffice, OfficeFacts.Of, it => it.Name.Vi, _ => Names.None),
    };

    private async Task<IResult> Read<TState, TEvent>(
        HttpContext http, RecordType<TState, TEvent> type, string id, Problem notFound,
        Func<TState, IReadOnlyDictionary<string, string>, Reader, IReadOnlyList<Fact>> facts, Func<TState, string> title,
        Func<TState, IReadOnlyDictionary<string, string>> named)
        where TState : class
        where TEvent : DomainEvent
    {
        var query = new QueryReader(http.Request.Query);
        var first = Standpoint.Read(query.Value(RecordAudit.On), query.Value(RecordAudit.Known));
        var second = Standpoint.Read(query.Value(RecordAudit.ToOn), query.Value(RecordAudit.ToKnown));
        var before = query.Number(RecordAudit.Before, least: 1);
        if (query.End() is { } problem) return ProblemPages.Of(problem);

        var stream = new StreamId(type.Kind, id);
        var recorded = new List<RecordedEvent>();
        await foreach (var one in journal.ReadStream(stream, cancel: http.RequestAborted)) recorded.Add(one);
        if (recorded.Count == 0) return ProblemPages.Of(notFound);

        var happened = recorded.ConvertAll(RecordType<TState, TEvent>.Read);
        var states = new List<TState> { type.Unrecorded(id) };
        foreach (var one in happened) states.Add(type.Evolve(states[^1], one));
        var names = named(states[^1]);

        IReadOnlyList<Fact> then = [];
        IReadOnlyList<FactChange> changes = [];
        if (first.IsPast || second.IsPast)
        {
            then = facts(type.AsOf(id, happened, first.When), names, reader);
            var since = Comparison.Trail(
                states.Skip(1).Select(state => facts(state, names, reader)), place => first.Counts(recorded[place]) || second.Counts(recorded[place]));
            changes = Comparison.Of(
                then, facts(type.AsOf(id, happened, second.When), names, reader), since, version => AuditLine.Of(recorded[(int)version - 1], reader, names));
        }

        var model = new RecordAudit(stream, title(states[^1]), first, second)
        {
            Events = recorded.Count,
            IsChained = IsChained(recorded),
            Lines = [.. recorded.Where(one => before is null || one.Version < before).TakeLast(PageLength).Reverse()
                .Select(one => AuditLine.Of(one, reader, names))],
            Uncounted = recorded.Where(one => !first.Counts(one)).Select(one => one.Version).ToHashSet(),
            Then = then,
            Changes = changes,
        };
        return Page.Of<RecordAuditPage, RecordAudit>(model, model.Faults.Any() ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static bool IsChained(List<RecordedEvent> recorded)
    {
        var previous = HashChain.Start;
        foreach (var one in recorded)
        {
            if (!HashChain.Hash(previous, one).AsSpan().SequenceEqual(one.Hash)) return false;
            previous = one.Hash;
        }

        return true;
    }
}
