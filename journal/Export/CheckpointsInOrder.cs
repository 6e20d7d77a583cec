using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Journal.Export;

/// <summary>The checkpoints there are now, handed out by size as the events go by; read page by page.</summary>
internal sealed class CheckpointsInOrder
{
    private const int Page = 1000;

    private readonly ISealReading _seals;
    private readonly long _last;
    private readonly Queue<Checkpoint> _ahead = new();
    private long _read;

    private CheckpointsInOrder(ISealReading seals, long last) => (_seals, _last) = (seals, last);

    /// <summary>Those there are now.</summary>
    public static async Task<CheckpointsInOrder> Read(ISealReading seals, CancellationToken cancel) =>
        new(seals, await seals.Checkpoints(long.MaxValue, 1, cancel) is [var newest] ? newest.Size : 0);

    /// <summary>The one of a size; null where none was signed. Sizes are asked for in order.</summary>
    public async ValueTask<Checkpoint?> Of(long size, CancellationToken cancel)
    {
        if (_ahead.Count == 0 && _read < _last)
        {
            foreach (var checkpoint in await _seals.CheckpointsFrom(_read, Page, cancel)) _ahead.Enqueue(checkpoint);
            _read = _ahead.Count > 0 ? _ahead.Last().Size : _last;
        }

        return size <= _last && _ahead.TryPeek(out var next) && next.Size == size ? _ahead.Dequeue() : null;
    }
}
