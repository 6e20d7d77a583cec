using CityGrains.Api.Pages.Forms;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Agreements;

/// <summary>An agreement, what happened to it, and what has just been recorded.</summary>
public sealed record AgreementStory(AgreementView Agreement, IReadOnlyList<HistoryLine> History, RecordedNow? Done)
{
    private static readonly LegalState[] Way =
    [
        LegalState.Proposed, LegalState.Consulting, LegalState.Approved, LegalState.Signed, LegalState.InEffect, LegalState.Planned, LegalState.Implementing, LegalState.Implemented,
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

    /// <summary>What can be recorded now and then, whatever is next.</summary>
    public IEnumerable<string> Actions
    {
        get
        {
            string[] always = ["request-feedback", "attach-evidence"];
            string[] going = Agreement.State is LegalState.Planned or LegalState.Implementing ? ["report-progress", "add-commitment"] : [];
            string[] signed = Agreement.SignedOn is null ? [] : ["send-copy-to-mofa"];
            return [.. going, .. signed, .. always];
        }
    }

    /// <summary>The form of what is next; null where there is none.</summary>
    public string? NextForm => Agreement.Next is { } next && AgreementForms.Of(next.Verb) is not null ? $"/agreements/{Agreement.Id}/{next.Verb}" : null;
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
