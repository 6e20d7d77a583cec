using CityGrains.Api.Commands;
using CityGrains.Api.Pages.Forms;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;

namespace CityGrains.Api.Pages.Agreements;

/// <summary>An agreement, what happened to it, and what has just been recorded.</summary>
public sealed record AgreementStory(AgreementView Agreement, IReadOnlyList<HistoryLine> History, RecordedNow? Done)
{
    /// <summary>The first of its activities.</summary>
    public IReadOnlyList<ActivityItem> Activities { get; init; } = [];

    private static readonly LegalState[] Way =
    [
        LegalState.Proposed, LegalState.Consulting, LegalState.Approved, LegalState.Signed, LegalState.InEffect, LegalState.Planned, LegalState.Implementing,
        LegalState.Implemented,
    ];

    /// <summary>The line from proposed to implemented, with the latest day each step was entered; then whatever lies beside it.</summary>
    public IEnumerable<(LegalState State, DateOfRecord? Since, bool IsNow)> Line
    {
        get
        {
            var since = Agreement.Periods.GroupBy(period => period.State).ToDictionary(group => group.Key, group => group.Last().Since);
            var beside = Way.Contains(Agreement.State) ? [] : new[] { Agreement.State };
            return from state in Way.Concat(beside) select (state, since.TryGetValue(state, out var day) ? day : (DateOfRecord?)null, state == Agreement.State);
        }
    }

    /// <summary>What the reader may record now, whatever is next.</summary>
    public IEnumerable<Verb> Actions(Reader reader) =>
        from name in ActionsOf(Agreement) let verb = AgreementVerbs.All.First(verb => verb.Name == name) where reader.MayAs(verb.Roles) select verb;

    /// <summary>What is recorded often; the rest stands behind a click.</summary>
    public bool IsUsual(string verb) => verb is "report-progress" or "attach-evidence" or "request-feedback" or "send-copy-to-mofa" or "sign" or "approve-signing" or "meet-milestone" or "resume";

    /// <summary>What the reader may record of a change on its way.</summary>
    public static IEnumerable<Verb> OfChange(Reader reader, ChangeView change)
    {
        string[] names = change.State switch
        {
            ChangeState.Proposed => ["open-change-consultation", "exempt-change", "drop-change"],
            ChangeState.Consulting => ["record-change-opinion", "approve-change", "drop-change"],
            ChangeState.Exempt => ["approve-change", "drop-change"],
            ChangeState.Approved => ["put-change-into-effect", "drop-change"],
            _ => [],
        };
        return from name in names let verb = AgreementVerbs.All.First(verb => verb.Name == name) where reader.MayAs(verb.Roles) select verb;
    }

    /// <summary>What the state allows; the record refuses the rest with its reason.</summary>
    private static IEnumerable<string> ActionsOf(AgreementView agreement)
    {
        string[] now = agreement.State switch
        {
            LegalState.Proposed => ["open-consultation", "abandon"],
            LegalState.Consulting => ["record-opinion", "approve-signing", "escalate", "reject-signing", "abandon"],
            LegalState.Escalated => ["approve-signing", "reject-signing"],
            LegalState.Approved => ["sign", "abandon"],
            LegalState.Signed => ["enter-into-effect"],
            LegalState.InEffect or LegalState.Implemented => ["adopt-plan"],
            LegalState.Planned => ["report-progress", "add-commitment", "start-implementation"],
            LegalState.Implementing => ["report-progress", "add-commitment", "complete"],
            LegalState.Suspended => ["resume"],
            LegalState.Archived => [],
            _ => ["archive"],
        };
        string[] steps = agreement.Commitments.Any(
            commitment => commitment.Milestones.Any(step => step.Status is MilestoneStatus.Open or MilestoneStatus.PartiallyMet))
            ? ["meet-milestone", "partially-meet-milestone", "miss-milestone", "reschedule-milestone", "waive-milestone"] : [];
        string[] asked = agreement.Requests.Any(request => request.Standing is RequestStanding.Open)
            ? ["answer-feedback", "remind-feedback", "withdraw-feedback"]
            : [];
        string[] signed = agreement.SignedOn is null ? []
            : ["send-copy-to-mofa", "report-to-prime-minister", "publish", "restrict-disclosure", "propose-change", "notify-change", "expire", "record-breach"];
        string[] claimed = agreement.Claims.Count > 0 ? ["dispute-claim", "resolve-claim"] : [];
        string[] succeeded = agreement.Successions.Count > 0 ? ["notify-partner"] : [];
        string[] always = agreement.State is LegalState.Archived ? []
            : ["request-feedback", "attach-evidence", "link-activity", "assert-claim", "rename-party", "succeed-party", "assign-office", "correct"];
        return [.. now, .. steps, .. asked, .. signed, .. claimed, .. succeeded, .. always];
    }

    /// <summary>The form of what is next; null where there is none.</summary>
    public string? NextForm => Agreement.Next is { } next && AgreementForms.Has(next.Verb) ? $"/agreements/{Agreement.Id}/{next.Verb}" : null;
}

/// <summary>A line of the history.</summary>
/// <param name="Version">Place of its event.</param>
/// <param name="OccurredOn">When it happened.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="Hash">The first half of the first bytes of its hash.</param>
public sealed record HistoryLine(long Version, DateOfRecord OccurredOn, string Sentence, string Actor, DateTimeOffset RecordedAt, string? Source, string Hash);
