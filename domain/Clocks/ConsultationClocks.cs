using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Clocks;

/// <summary>What is owed between the consultation and the permission to sign.</summary>
internal static class ConsultationClocks
{
    public static IEnumerable<Clock> Of(Story story)
    {
        for (var place = 0; place < story.Periods.Length; place++)
        {
            var clocks = story.Periods[place].State switch
            {
                Consulting => Opened(story, place),
                Escalated => [Escalation(story, place)],
                _ => [],
            };
            foreach (var clock in clocks) yield return clock;
        }
    }

    private static IEnumerable<Clock> Opened(Story story, int place)
    {
        if (story.Agreement.Consultation is not { } asked) yield break;
        var opened = story.Entered(place);
        var decided = story.FirstAfter(place, state => state is not Escalated);
        foreach (var clock in Asked(story, asked, opened, decided, of: "")) yield return clock;
        if (story.IsDepartmental)
            yield return Story.Ended(new Clock(ClockCodes.ChairDecision, "", opened.On, opened.By, story.Agreement.Office), story.FirstAfter(place, _ => true));
    }

    private static Clock Escalation(Story story, int place)
    {
        var escalated = story.Entered(place);
        return Story.Ended(
            new Clock(ClockCodes.PrimeMinisterDecision, "", escalated.On, escalated.By, story.Agreement.Office), story.FirstAfter(place, _ => true));
    }

    /// <summary>A clock for each agency asked, of the agreement itself or of a change of it, until it answers or it is decided without it.</summary>
    public static IEnumerable<Clock> Asked(Story story, Consultation asked, Moment opened, Moment? decided, string of)
    {
        var code = asked.Procedure is ConsultationProcedure.Reduced ? ClockCodes.OpinionReduced : ClockCodes.Opinion;
        return asked.Agencies.Select(
            agency => Story.Ended(new Clock(code, of + agency, opened.On, opened.By, agency), story.At($"{of}opinion/{agency}"), decided));
    }
}
