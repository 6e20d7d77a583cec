using System.Collections.Concurrent;
using CityGrains.Domain.Portfolios;

namespace CityGrains.Journal.Rows;

/// <summary>
/// The portfolio as this node knows it: read whole once, after the start or when first asked for, then brought up to date with the feed whenever it is asked
/// for. So it is as fresh as the feed, and an answer costs no more than what was recorded since the one before.
/// </summary>
public sealed class KnownPortfolio(IRows rows, IJournal journal) : IDisposable
{
    private const int Page = 1000, MostDays = 1000;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly PortfolioBook _book = new();
    private Portfolio? _portfolio;
    private FeedCursor _seen;
    private ConcurrentDictionary<DateOnly, long> _cities = [];

    /// <summary>True once it was read whole: no question waits for that any more.</summary>
    public bool IsRead => Volatile.Read(ref _portfolio) is not null;

    /// <summary>The portfolio as it is.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<Portfolio> Read(CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_portfolio is null) await Load(cancel);
            await Follow(cancel);
            return _portfolio!;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>How many cities there were on a day; counted anew when something was recorded of a city.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<long> CountCities(DateOnly on, CancellationToken cancel = default)
    {
        await Read(cancel);
        var counted = Volatile.Read(ref _cities);
        if (counted.TryGetValue(on, out var known)) return known;
        var count = await rows.CountCities(on, cancel);
        if (counted.Count < MostDays) counted[on] = count;
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task Load(CancellationToken cancel)
    {
        var seen = await journal.ReadEnd(cancel); // before the lives are read: what comes between is read again
        var after = "";
        for (var count = Page; count == Page;)
        {
            var page = await rows.Lives(after, Page, cancel);
            foreach (var life in page) _book.Write(life);
            count = page.Count;
            if (count > 0) after = page[^1].Id;
        }

        (_portfolio, _seen) = (_book.Close(), seen);
    }

    private async Task Follow(CancellationToken cancel)
    {
        var seen = _seen;
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var isOfCities = false;
        await foreach (var recorded in journal.ReadAll(_seen, cancel))
        {
            seen = FeedCursor.After(recorded);
            if (recorded.Stream.Kind is StreamKind.Agreement) changed.Add(recorded.Stream.Id);
            isOfCities |= recorded.Stream.Kind is StreamKind.City;
        }

        if (isOfCities) Volatile.Write(ref _cities, []);

        foreach (var ids in changed.Chunk(Page))
        {
            foreach (var life in await rows.Lives(ids, cancel)) _book.Write(life);
        }

        if (changed.Count > 0) _portfolio = _book.Close();
        _seen = seen;
    }
}
