using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Clocks;

/// <summary>What is owed once an agreement is signed: to tell the authorities, and to plan.</summary>
internal static class SigningClocks
{
    public static IEnumerable<Clock> Of(Story story)
    {
        var agreement = story.Agreement;
        if (Signed(story) is not { } signed) yield break;

        if (agreement.Signing!.SignedOn.Precision is not DatePrecision.Unknown)
        {
            foreach (var clock in Notices(story, signed)) yield return clock;
        }

        if (Plan(story, signed) is { } plan) yield return plan;
    }

    private static IEnumerable<Clock> Notices(Story story, Moment signed)
    {
        var office = story.Agreement.Office;
        if (story.IsDepartmental)
        {
            yield return Story.Ended(
                new Clock(ClockCodes.CopyToForeignAffairsOffice, "", signed.On, signed.By, office), Told(story, NoticeKind.CopyToMofa), story.Closed);
            yield break;
        }

        yield return Story.Ended(
            new Clock(ClockCodes.ReportToPrimeMinister, "", signed.On, signed.By, office), Told(story, NoticeKind.ReportToPrimeMinister), story.Closed);
        yield return Story.Ended(new Clock(ClockCodes.CopyToMofa, "", signed.On, signed.By, office), Told(story, NoticeKind.CopyToMofa), story.Closed);
    }

    /// <summary>
    /// A plan follows the signing. One entered from a list at a later state has, or had, its plan; while suspended it owes none, and after that from the
    /// return.
    /// </summary>
    private static Clock? Plan(Story story, Moment signed)
    {
        if (story.Periods[0].State is > InEffect || story.Agreement.State is Suspended) return null;
        var place = story.Periods.Length - 1;
        var from = story.Periods[place].State is InEffect && place > 0 && story.Periods[place - 1].State is Suspended ? story.Entered(place) : signed;
        return Story.Ended(new Clock(ClockCodes.Plan, "", from.On, from.By, story.Agreement.Office), story.First(state => state is Planned), story.End);
    }

    private static Moment? Signed(Story story)
    {
        if (story.Agreement.Signing is not { } signing) return null;
        var place = story.Periods.Select(period => period.State).ToList().IndexOf(LegalState.Signed) is >= 0 and var recorded ? recorded
            : 0; // a list may enter it later
        return new Moment(Mark.DayOf(signing.SignedOn, story.Periods[place].RecordedAt), story.Entered(place).By);
    }

    private static Moment? Told(Story story, NoticeKind kind)
    {
        var notices = story.Agreement.Notices;
        for (var place = 0; place < notices.Length; place++)
        {
            if (notices[place].Kind == kind) return story.At($"notice/{place + 1}");
        }

        return null;
    }
}
