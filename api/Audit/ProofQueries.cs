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

        var proof = await Inclusion(stream!, version!.Value, size, http.RequestAborted);
        return proof.Problem is { } none ? none : JsonAnswer.Of(proof.Value, AuditJson.Default.InclusionView);
    }

    /// <summary>The same, before it is written.</summary>
    public async Task<Reading<InclusionView>> Inclusion(StreamId stream, long version, long? size, CancellationToken cancel)
    {
        if (await Find(stream, version, cancel) is not { } recorded) return AuditProblems.NoSuchEvent;
        var checkpoint = size is { } asked ? await checkpoints.OfSize(asked, cancel) : await checkpoints.Latest(cancel);
        if (checkpoint is null) return size is null ? AuditProblems.NotSealedYet : AuditProblems.NoSuchCheckpoint;
        if (await seals.LeafOf(recorded.Position, cancel) is not { } leaf) return AuditProblems.NotSealedYet;
        if (leaf >= checkpoint.Size) return size is null ? AuditProblems.NotSealedYet : AuditProblems.SealedLater;

        var path = await new SealedTree(seals).Inclusion(leaf, checkpoint.Size, cancel);
        return new InclusionView(stream.ToString(), recorded.Version, Hex(recorded.Hash), Hex(MerkleHash.Leaf(recorded.Hash)), leaf, [.. path.Select(Hex)],
            CheckpointView.Of(checkpoint));
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

        var proof = await Consistency(from!.Value, to, http.RequestAborted);
        return proof.Problem is { } none ? none : JsonAnswer.Of(proof.Value, AuditJson.Default.ConsistencyView);
    }

    /// <summary>The same, before it is written; to the latest checkpoint unless a later size is given.</summary>
    public async Task<Reading<ConsistencyView>> Consistency(long from, long? to, CancellationToken cancel)
    {
        if (await checkpoints.Latest(cancel) is not { } latest) return AuditProblems.NothingSealed;
        var later = to ?? latest.Size;
        if (later > latest.Size || from > later) return AuditProblems.NoSuchCheckpoint;
        var tree = new SealedTree(seals);
        var path = await tree.Consistency(from, later, cancel);
        return new ConsistencyView(
            from, later, Hex(await tree.Root(from, cancel)), Hex(await tree.Root(later, cancel)), [.. path.Select(Hex)],
            View(await checkpoints.OfSize(from, cancel)), View(await checkpoints.OfSize(later, cancel)));
    }

    private async Task<RecordedEvent?> Find(StreamId stream, long version, CancellationToken cancel)
    {
        await foreach (var recorded in journal.ReadStream(stream, version - 1, cancel)) return recorded.Version == version ? recorded : null;
        return null;
    }

    private static StreamId? Stream(QueryReader query)
    {
        var stream = StreamId.TryParse(query.Value("stream"));
        query.Faults.Must(stream is { Id.Length: > 0 }, "stream", "phải là agreement/…, city/…, office/…, activity/… hoặc access/…",
            "must be agreement/…, city/…, office/…, activity/… or access/…");
        return stream;
    }

    private static CheckpointView? View(Checkpoint? checkpoint) => checkpoint is null ? null : CheckpointView.Of(checkpoint);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
