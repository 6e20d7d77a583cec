using CityGrains.Api.Audit;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries;
using CityGrains.Domain.Networks;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Seals;

namespace CityGrains.Api.Pages.Audit;

/// <summary>Answers <c>GET /audit/proof?stream=…&amp;version=…</c>: the proof of one event, checked step by step.</summary>
internal sealed class ProofRoute(IJournal journal, ISeals seals, ProofQueries proofs, NetworkDirectory networks, Reader reader)
{
    public async Task<IResult> Read(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var stream = StreamId.TryParse(query.Value("stream"));
        query.Faults.Must(stream is { Id.Length: > 0 }, "stream", "phải là agreement/…, city/…, activity/… hoặc office/…",
            "must be agreement/…, city/…, activity/… or office/…");
        var version = query.Number("version", least: 1);
        query.Faults.Must(version is not null || query.Faults.Faults.Count > 0, "version", "cần có", "is needed");
        if (query.End() is { } problem) return ProblemPages.Of(problem);

        var cancel = http.RequestAborted;
        var events = new List<RecordedEvent>();
        await foreach (var one in journal.ReadStream(stream!, Math.Max(0, version!.Value - 2), cancel))
        {
            if (one.Version > version) break;
            events.Add(one);
        }

        if (events.Count == 0 || events[^1].Version != version) return ProblemPages.Of(AuditProblems.NoSuchEvent);
        var inclusion = await proofs.Inclusion(stream!, version.Value, size: null, cancel);
        return inclusion.Problem is { } none ? ProblemPages.Of(none) : Page.Of<ProofPage, EventProof>(await Proof(events, inclusion.Value, cancel));
    }

    private async Task<EventProof> Proof(List<RecordedEvent> events, InclusionView inclusion, CancellationToken cancel)
    {
        var (recorded, previous) = (events[^1], events.Count > 1 ? events[0].Hash : HashChain.Start);
        var growth = await seals.CheckpointsFrom(inclusion.LeafIndex, 1, cancel) is [var earliest] && earliest.Size < inclusion.Checkpoint.Size
            ? (await proofs.Consistency(earliest.Size, inclusion.Checkpoint.Size, cancel)).Value : null;
        return new EventProof(recorded.Stream, recorded.Version, await Line(recorded, cancel), recorded.Type)
        {
            Previous = SealCheck.Hex(previous),
            IsChained = HashChain.Hash(previous, recorded).AsSpan().SequenceEqual(recorded.Hash),
            Inclusion = inclusion,
            IsIncluded = SealCheck.Holds(inclusion),
            IsSigned = SealCheck.IsSigned(inclusion.Checkpoint, await seals.Keys(cancel)),
            Growth = growth,
            OnlyGrew = growth is null || SealCheck.Holds(growth),
        };
    }

    /// <summary>The access log is not told in words here: it is for auditors, at its own page.</summary>
    private async Task<AuditLine?> Line(RecordedEvent recorded, CancellationToken cancel)
    {
        var stream = recorded.Stream;
        IReadOnlyDictionary<string, string>? names = stream.Kind switch
        {
            StreamKind.Agreement => Names.Of(await Folded(RecordTypes.Agreement, stream, cancel), reader),
            StreamKind.City => Names.Of(networks, (await Folded(RecordTypes.City, stream, cancel)).Requests.All, reader),
            StreamKind.Activity => Names.Of(await Folded(RecordTypes.Activity, stream, cancel), reader),
            StreamKind.Office => Names.None,
            _ => null,
        };
        return names is null ? null : AuditLine.Of(recorded, reader, names);
    }

    private async Task<TState> Folded<TState, TEvent>(RecordType<TState, TEvent> type, StreamId stream, CancellationToken cancel)
        where TState : class
        where TEvent : DomainEvent
    {
        var state = type.Unrecorded(stream.Id);
        await foreach (var one in journal.ReadStream(stream, cancel: cancel)) state = type.Evolved(state, one);
        return state;
    }
}
