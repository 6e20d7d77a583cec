using System.Text.Json;
using CityGrains.Domain.Offices;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>
/// The offices as this node knows them, read again after anything was committed here, and at least once in <see cref="Trusted"/>:
/// what is changed on this node holds at once, what is changed on another within that time.
/// </summary>
public sealed class KnownOffices(IRows rows, IJournal journal, TimeProvider time)
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
        if (known is { Commit.IsCompleted: false } && time.GetElapsedTime(known.At) < Trusted) return known.Book;

        var (commit, at) = (journal.NextCommit, time.GetTimestamp()); // before the rows are read: what comes between makes it stale
        var read = await All(cancel);
        var book = known is not null && IsSame(known.Rows, read) ? known.Book : OfficeBook.Of([.. read.Select(row => JsonSerializer.Deserialize(row.Body, JournalJson.Default.Office)!)]);
        Volatile.Write(ref _known, new Known(book, read, commit, at));
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

    private sealed record Known(OfficeBook Book, List<ListedRow> Rows, Task Commit, long At);
}
