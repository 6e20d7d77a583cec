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
        var code = asked.Procedure is ConsultationProcedure.Reduced ? ClockCodes.OpinionReduced : ClockCodes.Opinion;
        foreach (var agency in asked.Agencies)
        {
            var given = asked.Opinions.FirstOrDefault(opinion => opinion.Agency == agency) is { } opinion
                ? new Moment(Agreement.CountedFrom(opinion.ReceivedOn, story.Agreement.RecordedAt), story.MarkOf($"opinion/{agency}")) : (Moment?)null;
            yield return Story.Ended(new Clock(code, agency, opened.On, opened.By, agency), given, decided);
        }

        if (story.IsDepartmental)
            yield return Story.Ended(new Clock(ClockCodes.ChairDecision, "", opened.On, opened.By, story.Agreement.Office), story.FirstAfter(place, _ => true));
    }

    private static Clock Escalation(Story story, int place)
    {
        var escalated = story.Entered(place);
        return Story.Ended(new Clock(ClockCodes.PrimeMinisterDecision, "", escalated.On, escalated.By, story.Agreement.Office), story.FirstAfter(place, _ => true));
    }
}
