using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Due;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Work;

/// <summary>Answers <c>GET /work</c>: what the caller's office owes, the latest first.</summary>
internal sealed class WorkRoute(DeadlineQueries deadlines, AgreementQueries agreements, KnownOffices offices, RecordedNows nows, Reader reader)
{
    /// <summary>The lists: late, due within seven days, and agreements nobody planned or wrote of.</summary>
    public static IReadOnlyList<string> Views { get; } = ["overdue", "week", "no-plan", "silent"];

    private const string Overdue = "overdue", Week = "week", AnyOffice = "*", PageLength = "50";

    public async Task<IResult> Read(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var book = await offices.Read(cancel);
        var office = http.Request.Query["office"] is [{ Length: > 0 } asked] ? (asked == AnyOffice ? null : asked) : book.Find(reader.Caller!.Office)?.Name.Vi;
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var view in Views)
        {
            var counted = await Ask(view, office, after: null, limit: "1", cancel);
            if (counted.Problem is { } problem) return ProblemPages.Of(problem);
            counts[view] = counted.Value.Total;
        }

        var shown = http.Request.Query["view"] is [{ } one] && Views.Contains(one, StringComparer.Ordinal) ? one : Views.FirstOrDefault(view => counts[view] > 0, Overdue);
        var after = http.Request.Query["after"] is [{ Length: > 0 } place] ? place : null;
        var listed = await Ask(shown, office, after, PageLength, cancel, count: false); // counted above
        if (listed.Problem is { } wrong) return ProblemPages.Of(wrong);
        var (due, flagged, _, next) = listed.Value;
        var done = await nows.Read(http);
        return Page.Of<WorkPage, WorkView>(new(shown, office, [.. book.All.Select(known => known.Name.Vi)], counts, due, flagged, done) { IsLater = after is not null, Next = next });
    }

    private async Task<Reading<(IReadOnlyList<DeadlineView> Due, IReadOnlyList<AgreementItem> Agreements, long Total, string? Next)>> Ask(
        string view, string? office, string? after, string limit, CancellationToken cancel, bool count = true)
    {
        (string, string?)[] usual = [("office", office), ("limit", limit), ("count", count ? "true" : null), ("after", after)];
        if (view is not (Overdue or Week))
        {
            var flagged = await agreements.Page(Asking.Of([.. usual, ("flag", view)]), cancel);
            return flagged.Problem is { } problem ? problem : ([], flagged.Value.Items, flagged.Value.Total ?? 0, flagged.Value.Next);
        }

        var days = view == Overdue ? [("overdue", "true")] : new (string, string?)[] { ("dueFrom", $"{reader.Today:yyyy-MM-dd}"), ("dueBefore", $"{reader.Today.AddDays(7):yyyy-MM-dd}") };
        var due = await deadlines.Page(Asking.Of([.. usual, .. days, .. await deadlines.ToDo(cancel)]), cancel);
        return due.Problem is { } wrong ? wrong : (due.Value.Items, [], due.Value.Total ?? 0, due.Value.Next);
    }
}
