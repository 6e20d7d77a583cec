using System.Text.Json;
using CityGrains.Domain.Offices;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>
/// The offices as this node knows them, read again after anything was committed here, and at least once in <see cref="Trusted"/>:
/// what is changed on this node holds at once, what is changed on another within that time.
/// In a cluster the end of the feed is looked at each time: there it holds at once, too.
/// </summary>
/// <param name="rows">The rows.</param>
/// <param name="journal">The record.</param>
/// <param name="time">Tells how long ago they were read.</param>
/// <param name="among">True where other nodes record, too.</param>
public sealed class KnownOffices(IRows rows, IJournal journal, TimeProvider time, bool among = false)
{
    /// <summary>How long what other nodes may have changed is believed.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(3);

    private const int Page = 500;

    private Known? _known;

    /// <summary>The offices there are.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<OfficeBook> Read(CancellationToken cancel = default)
    {
        var known = Volatile.Read(ref _known);
        var end = among ? await journal.ReadEnd(cancel) : default;
        if (known is { Commit.IsCompleted: false } && known.End == end && time.GetElapsedTime(known.At) < Trusted) return known.Book;

        var (commit, at) = (journal.NextCommit, time.GetTimestamp()); // before the rows are read, as the end was: what comes between makes it stale
        var read = await All(cancel);
        var book = known is not null && IsSame(known.Rows, read) ? known.Book
            : OfficeBook.Of([.. read.Select(row => JsonSerializer.Deserialize(row.Body, JournalJson.Default.Office)!)]);
        Volatile.Write(ref _known, new Known(book, read, commit, end, at));
        return book;
    }

    private async Task<List<ListedRow>> All(CancellationToken cancel)
    {
        var all = new List<ListedRow>();
        for (var count = Page; count == Page;)
        {
            var page = await rows.List(StreamKind.Office, new RowFilter([], Search: null, all.Count == 0 ? null : all[^1].Id, Page), cancel);
            all.AddRange(page);
            count = page.Count;
        }

        return all;
    }

    private static bool IsSame(List<ListedRow> one, List<ListedRow> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => (pair.First.Id, pair.First.Version) == (pair.Second.Id, pair.Second.Version));

    private sealed record Known(OfficeBook Book, List<ListedRow> Rows, Task Commit, FeedCursor End, long At);
}
