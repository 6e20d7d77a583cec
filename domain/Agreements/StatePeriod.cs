using System.Collections.Immutable;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Agreements;

/// <summary>A legal state and the date it began.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">When it began in the world, as exactly as known.</param>
/// <param name="On">When the event that began it happened; says more than <paramref name="Since"/> only of a legacy record.</param>
/// <param name="RecordedAt">When the record came to know it.</param>
public sealed record StatePeriod(LegalState State, DateOfRecord Since, DateOfRecord On, DateTimeOffset RecordedAt)
{
    /// <summary>The first day it counts on; null when nobody knows when it began, so that it counts on every day.</summary>
    public DateOnly? From => Since.Earliest > On.Earliest ? Since.Earliest : On.Earliest ?? Since.Earliest;

    /// <summary>The same dates, whatever is known of when they were recorded.</summary>
    internal bool IsDatedAs(StatePeriod other) => Since == other.Since && On == other.On;
}

/// <summary>A period as it was believed to be until a correction.</summary>
/// <param name="Ordinal">Its place among the periods, from 1.</param>
/// <param name="Period">What was believed.</param>
/// <param name="Until">When the correction was recorded.</param>
public sealed record FormerPeriod(int Ordinal, StatePeriod Period, DateTimeOffset Until);

public sealed partial record Agreement
{
    /// <summary><see cref="Evolve"/> adds to the period the dates of the event that begins it.</summary>
    private Agreement Enter(LegalState state, DateOfRecord since) =>
        this with { State = state, Periods = Periods.Add(new StatePeriod(state, since, since, default)) };

    private static ImmutableArray<StatePeriod> Dated(ImmutableArray<StatePeriod> periods, int before, Happening<AgreementEvent> happening) =>
        periods.Length == before ? periods : periods.SetItem(before, periods[before] with { On = happening.On, RecordedAt = happening.RecordedAt });

    /// <summary>
    /// The periods that began with the signing or the entry into effect begin when these are said to have been now; what was believed is kept.
    /// </summary>
    private Agreement WithPeriodsRedated(DateTimeOffset recordedAt)
    {
        var (periods, former) = (Periods, FormerPeriods);
        for (var i = 0; i < Periods.Length; i++)
        {
            var right = Redated(i);
            if (right.IsDatedAs(Periods[i])) continue;
            periods = periods.SetItem(i, right with { RecordedAt = recordedAt });
            former = former.Add(new FormerPeriod(i + 1, Periods[i], recordedAt));
        }

        return this with { Periods = periods, FormerPeriods = former };
    }

    private StatePeriod Redated(int place)
    {
        var period = Periods[place];
        var began = period.State is Signed ? Signing?.SignedOn : place == PlaceOfEntryIntoEffect ? EffectiveOn : null;
        if (place == 0 && Proposer is null) return period with
        {
            Since = began ?? period.Since,
            On = LegacyAgreementRegistered.Reached(period.State, Signing?.SignedOn ?? DateOfRecord.Unknown, EffectiveOn ?? DateOfRecord.Unknown) ?? period.On,
        };
        return began is { } date ? period with { Since = date, On = date } : period;
    }

    /// <summary>Later ones, or one after a suspension, are returns to it.</summary>
    private int PlaceOfEntryIntoEffect
    {
        get
        {
            for (var i = 0; i < Periods.Length; i++)
            {
                if (Periods[i].State is InEffect) return i == 0 || Periods[i - 1].State is not Suspended ? i : -1;
            }

            return -1;
        }
    }
}
