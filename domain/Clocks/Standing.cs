using System.Collections.Immutable;
using CityGrains.Domain.Agreements;

namespace CityGrains.Domain.Clocks;

/// <summary>How an agreement stands on a day: its deadlines, what a reader should notice, and what is next.</summary>
/// <param name="Deadlines">Of every clock a rule is valid for, ended ones included, by the day they are due.</param>
/// <param name="Flags">What a reader should notice.</param>
/// <param name="Next">What is to be done next; null when nothing is.</param>
public sealed record Standing(ImmutableArray<Deadline> Deadlines, ImmutableArray<Flag> Flags, NextStep? Next)
{
    /// <summary>How an agreement stands on a day, under the terms of its office.</summary>
    public static Standing Of(Agreement agreement, DateOnly today, OfficeTerms terms, ClockRules rules)
    {
        var clocks = AgreementClocks.Of(agreement);
        var deadlines = InOrder(rules.Deadlines(clocks, terms));
        return new Standing(deadlines, Clocks.Flags.Of(agreement, clocks, deadlines, today, terms.On(today).Policy), NextStep.Of(agreement, deadlines));
    }

    /// <summary>Its flags alone, for lists: clocks that ended raise none.</summary>
    public static ImmutableArray<Flag> FlagsOf(Agreement agreement, DateOnly today, OfficeTerms terms, ClockRules rules)
    {
        var clocks = AgreementClocks.Of(agreement).RemoveAll(clock => !clock.Runs);
        var deadlines = InOrder(rules.Deadlines(clocks, terms));
        return Clocks.Flags.Of(agreement, clocks, deadlines, today, terms.On(today).Policy);
    }

    /// <summary>What is owed and not done, the earliest first.</summary>
    public IEnumerable<Deadline> Owed => Deadlines.Where(deadline => deadline.Clock.Runs && !deadline.Rule.Watch);

    private static ImmutableArray<Deadline> InOrder(ImmutableArray<Deadline> deadlines) =>
        [.. deadlines.OrderBy(deadline => deadline.Due).ThenBy(deadline => deadline.Clock.Code, StringComparer.Ordinal)];
}
