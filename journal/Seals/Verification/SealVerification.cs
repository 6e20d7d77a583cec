using CityGrains.Domain.Record;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Seals.Verification;

/// <summary>
/// Checks the seals of a store: the tree grown again from the events, each checkpoint's root and signature, each key's introduction.
/// It only reads; what is sealed meanwhile is left for the next time. Whether each event's hash is its own is for the verification of the store to say.
/// </summary>
public sealed class SealVerification
{
    private const int Page = 1024;

    private readonly ISealReading _seals;
    private readonly IProgress<VerificationProgress>? _progress;
    private readonly Findings _findings = new();
    private readonly SealWalk _walk;

    private SealVerification(ISealReading seals, IProgress<VerificationProgress>? progress)
    {
        (_seals, _progress) = (seals, progress);
        _walk = new SealWalk(seals, _findings);
    }

    /// <summary>Checks them. What is wrong is reported, never thrown.</summary>
    public static async Task<VerificationReport> Run(ISealReading seals, IProgress<VerificationProgress>? progress = null, CancellationToken cancel = default)
    {
        var verification = new SealVerification(seals, progress);
        try
        {
            await verification.Check(cancel);
        }
        catch (Exception damage) when (damage is FormatException or JournalUnavailableException)
        {
            verification.Found(SealReasons.Damaged(damage.Message));
        }

        return new VerificationReport(verification._walk.Size, 0, verification._findings.Earliest, verification._findings.Count)
        {
            Covered = verification._walk.Proven,
        };
    }

    private async Task Check(CancellationToken cancel)
    {
        var size = await _seals.Size(cancel);
        var keys = await Keys(cancel);
        if (!await Walk(size, keys, cancel)) return;

        await _walk.End(cancel);
        foreach (var skipped in await _seals.Skipped(1, cancel))
            _findings.Add(new Finding(VerifiedPart.Seals, skipped.Stream, skipped.Version, skipped.Place.Position, SealReasons.EventSlippedIn()));
    }

    private async Task<Dictionary<string, KeyStatement>> Keys(CancellationToken cancel)
    {
        KeyStatement? before = null;
        var keys = new Dictionary<string, KeyStatement>(StringComparer.Ordinal);
        foreach (var key in await _seals.Keys(cancel))
        {
            if (!key.IsRightAfter(before)) Found(SealReasons.KeyNotIntroduced(key.Number));
            keys[key.Key.Id] = before = key;
        }

        return keys;
    }

    /// <summary>From checkpoint to checkpoint, then to the end of the tree.</summary>
    private async Task<bool> Walk(long size, Dictionary<string, KeyStatement> keys, CancellationToken cancel)
    {
        IReadOnlyList<Checkpoint> page = [];
        do
        {
            page = await _seals.CheckpointsFrom(page is [.., var last] ? last.Size : 0, Page, cancel);
            foreach (var unsigned in page.AsParallel().AsOrdered().WithCancellation(cancel).Where(checkpoint => !IsSigned(checkpoint, keys)))
                Found(SealReasons.NotSigned(unsigned.Size));

            foreach (var checkpoint in page)
            {
                if (checkpoint.Size > size) return await IsThereBy(checkpoint, cancel) && await WalkTo(size, size, cancel);
                if (!await WalkTo(checkpoint.Size, size, cancel) || !_walk.Meet(checkpoint)) return false;
            }
        }
        while (page.Count == Page);
        return await WalkTo(size, size, cancel);
    }

    private async Task<bool> WalkTo(long end, long size, CancellationToken cancel)
    {
        while (_walk.Size < end)
        {
            var leaves = await _seals.Sealed(_walk.Size, (int)Math.Min(Page, end - _walk.Size), cancel);
            if (leaves.Count == 0)
            {
                Found(SealReasons.LeafMissing(_walk.Size));
                return false;
            }

            foreach (var leaf in leaves)
            {
                if (!await _walk.Add(leaf, cancel)) return false;
            }

            _progress?.Report(new VerificationProgress(VerifiedPart.Seals, _walk.Size, size));
        }

        return true;
    }

    /// <summary>A checkpoint made while this runs is no fault; one of a tree that is not there is.</summary>
    private async Task<bool> IsThereBy(Checkpoint checkpoint, CancellationToken cancel)
    {
        var size = await _seals.Size(cancel);
        if (checkpoint.Size > size) Found(SealReasons.TreeTooSmall(size, checkpoint.Size));
        return checkpoint.Size <= size;
    }

    private static bool IsSigned(Checkpoint checkpoint, Dictionary<string, KeyStatement> keys) =>
        keys.TryGetValue(checkpoint.KeyId, out var key) && key.Origin == checkpoint.Origin && checkpoint.IsSignedBy(key.Key);

    private void Found(Sentence reason) => _findings.Add(new Finding(VerifiedPart.Seals, Stream: null, Version: null, Position: null, reason));
}
