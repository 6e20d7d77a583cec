using System.Security.Cryptography;
using System.Text;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Text;

namespace CityGrains.Journal.Rows;

/// <summary>
/// A clock as it is stored: what started it and what ended it, a pure function of a record's state. When it is due is never stored: that follows from the day
/// it started, so a question about due dates is one about those days, and another rule, policy or calendar acts at once.
/// </summary>
/// <param name="Clock">Its kind, one of <see cref="ClockCodes"/>.</param>
/// <param name="Subject">What tells it apart from others of its kind in its record; empty where there is only one.</param>
/// <param name="StartedBy">The version of the event that started it.</param>
/// <param name="Office">The office whose terms it goes by, as the record names it.</param>
/// <param name="Trigger">The day it runs from, <c>2024-02-14</c>.</param>
/// <param name="EndedOn">The day it ended; empty while it runs.</param>
/// <param name="EndedBy">The version of the event that ended it; 0 while it runs.</param>
/// <param name="Owes">Who the record says owes it.</param>
/// <param name="About">What it is about, in the record's own words; may be empty.</param>
public sealed record ClockRow(
    string Clock, string Subject, long StartedBy, string Office, string Trigger, string EndedOn, long EndedBy, string Owes, string About)
{
    private const int LongestSubject = 100, ShownOfSubject = 80;

    /// <summary>True while it runs.</summary>
    public bool Runs => EndedOn.Length == 0;

    /// <summary>The clocks of an agreement.</summary>
    public static IReadOnlyList<ClockRow> Of(Agreement agreement)
    {
        var office = OfficeName(agreement.Office);
        return [.. AgreementClocks.Of(agreement).Select(clock => Of(clock, office))];
    }

    /// <summary>The clocks of a city.</summary>
    public static IReadOnlyList<ClockRow> Of(City city) => [.. CityClocks.Of(city).Select(asked => Of(asked.Clock, OfficeName(asked.Office)))];

    /// <summary>The clocks of an activity.</summary>
    public static IReadOnlyList<ClockRow> Of(Activity activity)
    {
        var office = OfficeName(activity.Office);
        return [.. ActivityClocks.Of(activity).Select(clock => Of(clock, office))];
    }

    /// <summary>A long subject by its beginning and its hash: an index takes no longer one.</summary>
    private static string Key(string subject)
    {
        if (subject.Length <= LongestSubject) return subject;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)));
        return $"{subject[..(char.IsHighSurrogate(subject[ShownOfSubject - 1]) ? ShownOfSubject - 1 : ShownOfSubject)]}…{hash[..16]}";
    }

    /// <summary>An office's name as clocks are kept under it.</summary>
    public static string OfficeName(string written) => NormalForm.Compose(written).Trim();

    /// <summary>A clock of a record that an office answers for.</summary>
    public static ClockRow Of(Clock clock, string office) => new(
        clock.Code, Key(clock.Subject), clock.StartedBy, office, PeriodRow.Day(clock.Trigger), PeriodRow.Day(clock.EndedOn), clock.EndedBy
            ?? 0, clock.Owes, clock.About);
}
