using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Journal;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Api.Audit;

/// <summary>Proofs with everything that is needed to check them elsewhere.</summary>
internal sealed class ProofQueries(IJournal journal, ISeals seals, CheckpointQueries checkpoints)
{
    /// <summary>That an event is in the tree of a checkpoint; the latest unless a size is given.</summary>
    public async Task<IResult> Inclusion(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var stream = Stream(query);
        var version = query.Number("version", least: 1);
        query.Faults.Must(version is not null || query.Faults.Faults.Any(fault => fault.Field == "version"), "version", "cần có", "is needed");
        var size = query.Number("size", least: 1);
        if (query.End() is { } problem) return problem;

        var cancel = http.RequestAborted;
        if (await Find(stream!, version!.Value, cancel) is not { } recorded) return AuditProblems.NoSuchEvent;
        var checkpoint = size is { } asked ? await checkpoints.OfSize(asked, cancel) : await checkpoints.Latest(cancel);
        if (checkpoint is null) return size is null ? AuditProblems.NotSealedYet : AuditProblems.NoSuchCheckpoint;
        if (await seals.LeafOf(recorded.Position, cancel) is not { } leaf) return AuditProblems.NotSealedYet;
        if (leaf >= checkpoint.Size) return size is null ? AuditProblems.NotSealedYet : AuditProblems.SealedLater;

        var path = await new SealedTree(seals).Inclusion(leaf, checkpoint.Size, cancel);
        return JsonAnswer.Of(
            new InclusionView(stream!.ToString(), recorded.Version, Hex(recorded.Hash), Hex(MerkleHash.Leaf(recorded.Hash)), leaf, [.. path.Select(Hex)], CheckpointView.Of(checkpoint)),
            AuditJson.Default.InclusionView);
    }

    /// <summary>That the tree of a size begins with that of an earlier one.</summary>
    public async Task<IResult> Consistency(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var from = query.Number("from", least: 1);
        query.Faults.Must(from is not null || query.Faults.Faults.Any(fault => fault.Field == "from"), "from", "cần có", "is needed");
        var to = query.Number("to", least: 1);
        query.Faults.Must(from is null || to is null || from <= to, "to", "không được nhỏ hơn from", "must not be less than from");
        if (query.End() is { } problem) return problem;

        var cancel = http.RequestAborted;
        if (await checkpoints.Latest(cancel) is not { } latest) return AuditProblems.NothingSealed;
        var (earlier, later) = (from!.Value, to ?? latest.Size);
        if (later > latest.Size || earlier > later) return AuditProblems.NoSuchCheckpoint;
        return JsonAnswer.Of(await Consistency(earlier, later, cancel), AuditJson.Default.ConsistencyView);
    }

    private async Task<ConsistencyView> Consistency(long from, long to, CancellationToken cancel)
    {
        var tree = new SealedTree(seals);
        var path = await tree.Consistency(from, to, cancel);
        return new ConsistencyView(
            from, to, Hex(await tree.Root(from, cancel)), Hex(await tree.Root(to, cancel)), [.. path.Select(Hex)],
            View(await checkpoints.OfSize(from, cancel)), View(await checkpoints.OfSize(to, cancel)));
    }

    private async Task<RecordedEvent?> Find(StreamId stream, long version, CancellationToken cancel)
    {
        await foreach (var recorded in journal.ReadStream(stream, version - 1, cancel)) return recorded.Version == version ? recorded : null;
        return null;
    }

    private static StreamId? Stream(QueryReader query)
    {
        var text = query.Value("stream");
        StreamId? stream = text?.Split('/', 2) switch
        {
            ["agreement", { Length: > 0 } id] => new StreamId(StreamKind.Agreement, id),
            ["city", { Length: > 0 } id] => new StreamId(StreamKind.City, id),
            _ => null,
        };
        query.Faults.Must(stream is not null, "stream", "phải là agreement/… hoặc city/…", "must be agreement/… or city/…");
        return stream;
    }

    private static CheckpointView? View(Checkpoint? checkpoint) => checkpoint is null ? null : CheckpointView.Of(checkpoint);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
