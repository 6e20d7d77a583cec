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
            var counted = view is Overdue or Week ? await deadlines.Count(await Question(view, office, cancel), cancel)
                : await agreements.Count(await Question(view, office, cancel), cancel);
            if (counted.Problem is { } problem) return ProblemPages.Of(problem);
            counts[view] = counted.Value;
        }

        var shown = http.Request.Query["view"] is [{ } one] && Views.Contains(one, StringComparer.Ordinal) ? one
            : Views.FirstOrDefault(view => counts[view] > 0, Overdue);
        var after = http.Request.Query["after"] is [{ Length: > 0 } place] ? place : null;
        var listed = await List(shown, office, after, cancel);
        if (listed.Problem is { } wrong) return ProblemPages.Of(wrong);
        var (due, flagged, next) = listed.Value;
        var done = await nows.Read(http);
        return Page.Of<WorkPage, WorkView>(new(shown, office, [.. book.All.Select(known => known.Name.Vi)], counts, due, flagged, done)
        {
            IsLater = after is not null,
            Next = next,
            OfficePage = office is not null && book.Find(office) is { } own ? $"/offices/{own.Id}" : null,
        });
    }

    private async Task<Reading<(IReadOnlyList<DeadlineView> Due, IReadOnlyList<AgreementItem> Agreements, string? Next)>> List(
        string view, string? office, string? after, CancellationToken cancel)
    {
        var question = Asking.With(await Question(view, office, cancel), ("limit", PageLength), ("after", after));
        if (view is not (Overdue or Week))
        {
            var flagged = await agreements.Page(question, cancel);
            return flagged.Problem is { } problem ? problem : ([], flagged.Value.Items, flagged.Value.Next);
        }

        var due = await deadlines.Page(question, cancel);
        return due.Problem is { } wrong ? wrong : (due.Value.Items, [], due.Value.Next);
    }

    /// <summary>What a list asks, of deadlines or of agreements.</summary>
    private async Task<IQueryCollection> Question(string view, string? office, CancellationToken cancel) => view switch
    {
        Overdue => Asking.Of([("office", office), ("overdue", "true"), .. await deadlines.ToDo(cancel)]),
        Week => Asking.Of([("office", office), ("dueFrom", $"{reader.Today:yyyy-MM-dd}"), ("dueBefore", $"{reader.Today.AddDays(7):yyyy-MM-dd}"),
            .. await deadlines.ToDo(cancel)]),
        _ => Asking.Of(("office", office), ("flag", view)),
    };
}
