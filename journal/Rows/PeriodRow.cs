using System.Globalization;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;

namespace CityGrains.Journal.Rows;

/// <summary>
/// What a record counts as from a day on, as believed from one instant until another. A record counts on a day as the last of its periods, by ordinal, that
/// has begun by then. All values are text that sorts as what it stands for does.
/// </summary>
/// <param name="Ordinal">Place among the record's periods, from 1; a corrected period and what was believed before share it.</param>
/// <param name="RecordedAt">When it became known, in <see cref="RecordedEvent.InstantFormat"/>.</param>
/// <param name="ReplacedAt">When it was corrected; <see cref="Still"/> while it is believed.</param>
/// <param name="Since">The first day it counts on, <c>2024-02-14</c>; empty when nobody knows, so that it counts on every day.</param>
/// <param name="State">The legal state; of a city, <see cref="Registered"/>.</param>
/// <param name="Facets">The kind and then the country keys, as they are now, <see cref="Separator"/> between.</param>
public sealed record PeriodRow(int Ordinal, string RecordedAt, string ReplacedAt, string Since, string State, string Facets)
{
    /// <summary>Sorts after every day and instant: it is believed still.</summary>
    public const string Still = "~";

    /// <summary>Sorts after every day and instant, and before <see cref="Still"/>: whatever is known now, or has begun.</summary>
    public const string Now = ":";

    /// <summary>What a city counts as.</summary>
    public const string Registered = "Registered";

    /// <summary>Stands between the facets; no name holds a control character.</summary>
    public const char Separator = '\u001f';

    /// <summary>The periods of an agreement. What was corrected at the instant it was recorded was never believed.</summary>
    public static IReadOnlyList<PeriodRow> Of(Agreement agreement)
    {
        var facets = string.Join(Separator, [AgreementRow.KindName(agreement.Kind), .. AgreementRow.Countries(agreement)]);
        var former = agreement.FormerPeriods.Where(former => former.Period.RecordedAt < former.Until)
            .Select(former => Of(former.Ordinal, former.Period, RecordedEvent.Format(former.Until), facets));
        return [.. former, .. agreement.Periods.Select((period, place) => Of(place + 1, period, Still, facets))];
    }

    /// <summary>The period of a city.</summary>
    public static IReadOnlyList<PeriodRow> Of(City city) => city.Registration is { } entered
        ? [new PeriodRow(1, RecordedEvent.Format(entered.RecordedAt), Still, Day(entered.On.Earliest), Registered, city.Country!.Key)]
        : [];

    /// <summary>The periods of an office: open, then closed.</summary>
    public static IReadOnlyList<PeriodRow> Of(Office office)
    {
        var level = OfficeRow.LevelName(office.Level);
        return
        [
            .. office.Registration is { } entered ? [Period(1, nameof(OfficeStanding.Open), entered.On, entered.RecordedAt)] : Array.Empty<PeriodRow>(),
            .. office.Closing is { } closed ? [Period(2, nameof(OfficeStanding.Closed), closed.On, closed.RecordedAt)] : Array.Empty<PeriodRow>(),
        ];

        PeriodRow Period(int ordinal, string state, DateOfRecord on, DateTimeOffset recordedAt) =>
            new(ordinal, RecordedEvent.Format(recordedAt), Still, Day(on.Earliest), state, level);
    }

    /// <summary>The period of an activity.</summary>
    public static IReadOnlyList<PeriodRow> Of(Activity activity) => activity.Registration is { } entered
        ? [new PeriodRow(1, RecordedEvent.Format(entered.RecordedAt), Still, Day(entered.On.Earliest), Registered, ActivityRow.Written(activity.Kind))]
        : [];

    /// <summary>A day as <see cref="Since"/> has it.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static PeriodRow Of(int ordinal, StatePeriod period, string replacedAt, string facets) =>
        new(ordinal, RecordedEvent.Format(period.RecordedAt), replacedAt, Day(period.From), period.State.ToString(), facets);
}
