using CityGrains.Domain.Portfolios;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Reports;

/// <summary>Reads what a report is counted from, and the place in the feed that was true of.</summary>
public sealed class ReportSource(IRows rows, IJournal journal)
{
    private const int Page = 1000, MostAttempts = 5;

    /// <summary>The lives a filter admits. While others write it is read again, a few times; after that the place is the one before the last reading.</summary>
    public async Task<(FeedCursor Position, IReadOnlyList<Life> Lives)> Read(PortfolioFilter filter, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await journal.ReadEnd(cancel);
            var lives = await All(filter, cancel);
            if (attempt == MostAttempts || await journal.ReadEnd(cancel) == before) return (before, lives);
        }
    }

    private async Task<List<Life>> All(PortfolioFilter filter, CancellationToken cancel)
    {
        var admitted = new List<Life>();
        var after = "";
        for (var count = Page; count == Page;)
        {
            var page = await rows.Lives(after, Page, cancel);
            admitted.AddRange(page.Where(filter.Admits));
            count = page.Count;
            if (count > 0) after = page[^1].Id;
        }

        return admitted;
    }
}
