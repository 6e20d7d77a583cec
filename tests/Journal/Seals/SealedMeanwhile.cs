using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Tests.Seals;

/// <summary>Seals as somebody reads them while others record: before a tile is read again, one more city is registered and sealed.</summary>
internal sealed class SealedMeanwhile(SealedStore sealing, int registered) : ISealReading
{
    private readonly ISeals _seals = sealing.Store.Seals;
    private readonly HashSet<(int, long)> _read = [];
    private int _registered = registered;

    public async Task<Tile?> Tile(int level, long number, CancellationToken cancel = default)
    {
        if (!_read.Add((level, number)))
        {
            await sealing.Register(_registered++, 1);
            await sealing.Sealer.Seal(cancel);
        }

        return await _seals.Tile(level, number, cancel);
    }

    public Task<long> Size(CancellationToken cancel = default) => _seals.Size(cancel);

    public Task<IReadOnlyList<UnsealedEvent>> Unsealed(int most, CancellationToken cancel = default) => _seals.Unsealed(most, cancel);

    public Task<IReadOnlyList<SealedEvent>> Sealed(long first, int most, CancellationToken cancel = default) => _seals.Sealed(first, most, cancel);

    public Task<IReadOnlyList<SealedEvent>> Skipped(int most, CancellationToken cancel = default) => _seals.Skipped(most, cancel);

    public Task<long?> LeafOf(long position, CancellationToken cancel = default) => _seals.LeafOf(position, cancel);

    public Task<IReadOnlyList<KeyStatement>> Keys(CancellationToken cancel = default) => _seals.Keys(cancel);

    public Task<IReadOnlyList<Checkpoint>> Checkpoints(long below, int most, CancellationToken cancel = default) => _seals.Checkpoints(below, most, cancel);

    public Task<IReadOnlyList<Checkpoint>> CheckpointsFrom(long above, int most, CancellationToken cancel = default) =>
        _seals.CheckpointsFrom(above, most, cancel);
}
