using System.Collections.Immutable;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Agreements;

public sealed partial record Agreement
{
    /// <summary>Which event each part rests on, where that is asked; in the order they were first marked.</summary>
    public ImmutableArray<Mark> Marks { get; init; } = [];

    /// <summary>When its last event was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The last day anything that is recorded of it happened on. What is entered late from an old list does not break a silence.</summary>
    public DateOnly HeardOn { get; init; }

    /// <summary>The last day something was done under a plan: adopted, evidenced, reached. Null when nothing was.</summary>
    public DateOnly? ActiveOn { get; init; }

    /// <summary>The event a part rests on.</summary>
    internal Mark MarkOf(string part) => Marks.First(mark => mark.Of == part);

    /// <summary>Notes what an event changed; whatever the act, a part that differs rests on the event that made it differ.</summary>
    private Agreement Marked(Agreement before, Happening<AgreementEvent> happening)
    {
        var changed = Changed(before).Distinct(StringComparer.Ordinal).ToList();
        var on = Mark.DayOf(happening.On, happening.RecordedAt);
        if (on < ActiveOn) changed.Remove("activity");
        return this with
        {
            RecordedAt = happening.RecordedAt,
            HeardOn = on > HeardOn ? on : HeardOn,
            ActiveOn = changed.Contains("activity") ? on : ActiveOn,
            Marks = changed.Count == 0 ? Marks : Marked(changed, happening.Version > 0 ? happening.Version : Version, on),
        };
    }

    private ImmutableArray<Mark> Marked(IReadOnlyList<string> changed, long by, DateOnly on)
    {
        var marks = Marks.ToList();
        var places = marks.Select((mark, place) => (mark.Of, place)).ToDictionary(mark => mark.Of, mark => mark.place, StringComparer.Ordinal);
        foreach (var part in changed)
        {
            if (places.TryGetValue(part, out var place)) marks[place] = new Mark(part, by, on);
            else marks.Add(new Mark(part, by, on));
        }

        return [.. marks];
    }

    private IEnumerable<string> Changed(Agreement before)
    {
        for (var place = before.Periods.Length; place < Periods.Length; place++)
        {
            yield return $"state/{place + 1}";
            if (Periods[place].State is Planned or Implementing) yield return "activity";
        }

        if (Term != before.Term) yield return "term";
        if (Declared != before.Declared) yield return "declared";
        if (Evidence.Length > before.Evidence.Length) yield return "activity";
        for (var place = before.Notices.Length; place < Notices.Length; place++) yield return $"notice/{place + 1}";
        if (Consultation is { } asked && !ReferenceEquals(asked, before.Consultation))
        {
            foreach (var opinion in asked.Opinions.Except(before.Consultation?.Opinions ?? [])) yield return $"opinion/{opinion.Agency}";
        }

        foreach (var part in ChangedMilestones(before).Concat(ChangedRequests(before)).Concat(ChangedChanges(before))) yield return part;
    }

    private IEnumerable<string> ChangedRequests(Agreement before)
    {
        if (ReferenceEquals(Requests, before.Requests)) yield break;
        for (var place = 0; place < Requests.All.Length; place++)
        {
            var request = Requests.All[place];
            var was = place < before.Requests.All.Length ? before.Requests.All[place] : null;
            if (was is null) yield return $"request/{request.Id}";
            if (was is not null && was.Standing != request.Standing) yield return $"reply/{request.Id}";
        }
    }

    private IEnumerable<string> ChangedMilestones(Agreement before)
    {
        if (Commitments == before.Commitments) yield break;
        var known = before.Steps.ToDictionary(milestone => milestone.Id, StringComparer.Ordinal);
        if (Commitments.Length > before.Commitments.Length) yield return "activity";
        foreach (var commitment in Commitments.Skip(before.Commitments.Length)) yield return $"commitment/{commitment.Id}";
        foreach (var step in Steps)
        {
            var was = known.GetValueOrDefault(step.Id);
            if (was?.DueOn != step.DueOn) yield return $"due/{step.Id}";
            if (was is null || was.Status == step.Status) continue;
            yield return $"status/{step.Id}";
            if (step.Status is MilestoneStatus.Met or MilestoneStatus.PartiallyMet) yield return "activity";
        }
    }

    private IEnumerable<string> ChangedChanges(Agreement before)
    {
        if (Changes == before.Changes) yield break;
        for (var place = 0; place < Changes.Length; place++)
        {
            var (change, was) = (Changes[place], place < before.Changes.Length ? before.Changes[place] : null);
            if (was is null || was.State != change.State) yield return $"{change.Id}/{change.State}";
            foreach (var opinion in change.Consultation?.Opinions.Except(was?.Consultation?.Opinions ?? []) ?? [])
                yield return $"{change.Id}/opinion/{opinion.Agency}";
        }
    }
}
