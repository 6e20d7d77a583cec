using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

public sealed partial record Agreement
{
    /// <summary>
    /// The agreement as a look back shows it. Events count in the order they were recorded, those left out that certainly happened after the day.
    /// A correction counts whenever it is known, for it says what was so all along; and what began an agreement counts wherever something later of it does,
    /// so that it has its title and parties whatever day the proposal was entered under.
    /// </summary>
    public static Agreement AsOf(string id, IReadOnlyList<Happening<AgreementEvent>> history, AsOf when)
    {
        var known = when.KnownOf(history);
        var agreement = Counting(known, when).Aggregate(Unrecorded(id), Evolve);
        return agreement.WithPeriodsBegun(when);
    }

    private static IEnumerable<Happening<AgreementEvent>> Counting(IReadOnlyList<Happening<AgreementEvent>> known, AsOf when)
    {
        var counts = new bool[known.Count];
        DateOfRecord? signed = null, effective = null;
        for (var place = known.Count - 1; place >= 0; place--)
        {
            if (known[place].Event is RecordCorrected correction)
                (signed, effective) = (signed ?? correction.SignedOn?.To, effective ?? correction.EffectiveOn?.To);
            else counts[place] = when.Counts(RightDate(known[place], signed, effective));
        }

        var any = counts.Contains(value: true);
        return known.Where((happening, place) => counts[place] || happening.Event is RecordCorrected || (place == 0 && any));
    }

    /// <summary>When something happened, as a later correction has it.</summary>
    private static DateOfRecord RightDate(Happening<AgreementEvent> happening, DateOfRecord? signed, DateOfRecord? effective) => happening.Event switch
    {
        AgreementSigned when signed is { } right => right,
        EnteredIntoEffect when effective is { } right => right,
        LegacyAgreementRegistered e => LegacyAgreementRegistered.Reached(e.State, signed ?? e.SignedOn, effective ?? e.EffectiveOn) ?? happening.On,
        _ => happening.On,
    };

    /// <summary>A period that begins later has not begun.</summary>
    private Agreement WithPeriodsBegun(AsOf when)
    {
        if (!Periods.Any(period => period.From > when.On)) return this;
        var begun = Enumerable.Range(0, Periods.Length).Where(place => !(Periods[place].From > when.On)).ToList();
        return this with
        {
            Periods = [.. begun.Select(place => Periods[place])],
            State = begun.Count == 0 ? LegalState.Unrecorded : Periods[begun[^1]].State,
            Marks = [.. Marks.Where(mark => !mark.Of.StartsWith("state/", StringComparison.Ordinal)),
                .. begun.Select((place, now) => MarkOf($"state/{place + 1}") with { Of = $"state/{now + 1}" })],
        };
    }
}
