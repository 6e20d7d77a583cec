using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Portfolios;

/// <summary>Derives the life of an agreement from its state.</summary>
internal sealed class LifeOf(Agreement agreement)
{
    private static readonly LegalState[] Implements = [Implemented], Works = [Implementing, .. Implements], HasPlan = [Planned, .. Works],
        IsInEffect = [InEffect, .. HasPlan, Suspended, Expired, Withdrawn, Superseded], IsSigned = [Signed, .. IsInEffect, Terminated],
        IsOver = [Expired, Terminated, Withdrawn, Superseded];

    private readonly Dictionary<string, long> _marks = agreement.Marks.ToDictionary(mark => mark.Of, mark => mark.By, StringComparer.Ordinal);

    /// <summary>The whole life.</summary>
    public Life Derive()
    {
        StepReached?[] reached =
        [
            First(LifeStep.Proposed, [Proposed]), First(LifeStep.Signed, IsSigned, agreement.Signing?.SignedOn),
            First(LifeStep.InEffect, IsInEffect, agreement.EffectiveOn),
            First(LifeStep.Planned, HasPlan), FirstEvidence(), First(LifeStep.Implementing, Works), First(LifeStep.Implemented, Implements),
            First(LifeStep.Ended, IsOver),
        ];
        var signed = reached[(int)LifeStep.Signed]?.On;
        var profile = new Profile(
            agreement.Office, agreement.Kind, [.. agreement.Parties.Select(party => party.Country.Key).Distinct(StringComparer.Ordinal)],
            [.. agreement.Fields.Distinct(StringComparer.Ordinal)], signed?.Earliest?.Year);
        return new Life(
            agreement.Id, agreement.Title, profile, [.. agreement.Parties.Select(party => party.City).OfType<string>().Distinct(StringComparer.Ordinal)])
        {
            Stretches = [.. Stretches().Reverse()],
            Reached = [.. reached.OfType<StepReached>()],
            Promises = [.. agreement.Steps.Select(Promised)],
        };
    }

    /// <summary>From the last back: a state counts from its day until one that came later in the record had begun.</summary>
    private IEnumerable<Stretch> Stretches()
    {
        DateOnly? next = null;
        for (var place = agreement.Periods.Length - 1; place >= 0; place--)
        {
            var from = agreement.Periods[place].From ?? DateOnly.MinValue;
            if (from >= next) continue;
            next = from;
            yield return new Stretch(agreement.Periods[place].State, Began(place), ByState(place));
        }
    }

    /// <summary>When it first was in one of the states that say the step was reached; the date the record states for the step itself goes before.</summary>
    private StepReached? First(LifeStep step, LegalState[] states, DateOfRecord? stated = null)
    {
        var known = stated is { } date && date != DateOfRecord.Unknown;
        var (first, since) = (-1, DateOnly.MaxValue);
        for (var place = 0; place < agreement.Periods.Length; place++)
        {
            if (!states.Contains(agreement.Periods[place].State)) continue;
            var from = agreement.Periods[place].From ?? DateOnly.MinValue;
            if (first < 0 || from < since) (first, since) = (place, from);
        }

        if (first < 0) return known ? new StepReached(step, stated!.Value, By: 1) : null; // an archived legacy record, whose entry says it
        return new StepReached(step, known ? stated!.Value : Began(first), ByState(first));
    }

    private StepReached? FirstEvidence()
    {
        if (agreement.Evidence.IsEmpty) return null;
        var first = agreement.Evidence.MinBy(evidence => evidence.Document.DatedOn.Earliest ?? DateOnly.MaxValue)!;
        return new StepReached(LifeStep.Evidenced, first.Document.DatedOn, By: null);
    }

    private Promise Promised(Milestone milestone) => new(
        milestone.Id, milestone.DueOn, milestone.Status, milestone.SettledOn, (int)_marks[$"due/{milestone.Id}"],
        milestone.Status is MilestoneStatus.Open ? null : (int)_marks[$"status/{milestone.Id}"]);

    /// <summary>The date that says from which day the state counts.</summary>
    private DateOfRecord Began(int place)
    {
        var period = agreement.Periods[place];
        return period.From == period.Since.Earliest ? period.Since : period.On;
    }

    private int ByState(int place) => (int)_marks[$"state/{place + 1}"];
}

public sealed partial class PortfolioBook
{
    /// <summary>The life of an agreement.</summary>
    public static Life LifeOf(Agreement agreement) => new LifeOf(agreement).Derive();
}
