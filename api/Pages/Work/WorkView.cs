using CityGrains.Api.Pages.History;
using CityGrains.Api.Queries.Due;
using CityGrains.Api.Queries.Views;

namespace CityGrains.Api.Pages.Work;

/// <summary>What an office owes.</summary>
/// <param name="Shown">Which of it is listed, one of <see cref="WorkRoute.Views"/>.</param>
/// <param name="Office">Whose; null: of every office.</param>
/// <param name="Offices">Offices to choose from.</param>
/// <param name="Counts">How many there are of each.</param>
/// <param name="Due">The deadlines listed.</param>
/// <param name="Agreements">The agreements listed.</param>
/// <param name="Done">What has just been recorded.</param>
public sealed record WorkView(
    string Shown, string? Office, IReadOnlyList<string> Offices, IReadOnlyDictionary<string, long> Counts,
    IReadOnlyList<DeadlineView> Due, IReadOnlyList<AgreementItem> Agreements, RecordedNow? Done)
{
    /// <summary>The page of the office; null where it is none, or not registered.</summary>
    public string? OfficePage { get; init; }

    /// <summary>This page is not the first.</summary>
    public bool IsLater { get; init; }

    /// <summary>The place of the next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Where one of the lists is.</summary>
    public string Link(string view) => $"/work?view={view}" + (Office is null ? "" : $"&office={Uri.EscapeDataString(Office)}");

    /// <summary>The form that ends a deadline, back to here.</summary>
    public string Form(DeadlineView due, string verb) =>
        $"{Place(due)}/{Record(due)}/{verb}?{(Subject(due) is { } field ? $"{field}={Uri.EscapeDataString(due.Subject!)}&" : "")}back={Uri.EscapeDataString(Link(Shown))}";

    /// <summary>The form of a verb about an agreement, back to here.</summary>
    public string Form(string id, string verb) => $"/agreements/{id}/{verb}?back={Uri.EscapeDataString(Link(Shown))}";

    private static string Place(DeadlineView due) =>
        due.Kind switch { "office" => "/offices", "activity" => "/activities", "city" => "/cities", _ => "/agreements" };

    /// <summary>A report to a network is of the membership there.</summary>
    private static string Record(DeadlineView due) => due.Clock == "network-report" ? $"{due.Record}/memberships/{due.Subject!.Split('/')[0]}" : due.Record;

    /// <summary>The field that a deadline's subject fills in.</summary>
    private static string? Subject(DeadlineView due) => due.Subject is null ? null : due.Clock switch
    {
        "milestone" => "milestone",
        "opinion" or "opinion-reduced" => "agency",
        "request" => "request",
        "notify-change" => "change",
        "annual-report" or "annual-plan" => "year",
        _ => null,
    };
}
