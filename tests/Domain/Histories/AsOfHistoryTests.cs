using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Histories;

/// <summary>
/// Looks back at random histories: what was known is a replay of the beginning, what was so is never an error, and the periods alone tell the state of any
/// day.
/// </summary>
public sealed class AsOfHistoryTests
{
    private static readonly DateOnly[] Days = [.. new[] { "1900-01-01", "2025-06-01", "2026-01-31", "2026-02-01", "2026-02-05", "2026-02-06", "2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01" }
        .Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];

    private static readonly Gen<(AgreementHistories.Step Step, DateOfRecord? On)> Asked =
        from step in AgreementHistories.Steps
        from date in Gen.Elements<string?>(null, null, "2026-01-10", "2026-02-03", "2025", "unknown")
        select (step, date is null ? (DateOfRecord?)null : Asking.On(date));

    private static readonly Gen<CityCommand> OfCities = Gen.Elements<CityCommand>(
        new RegisterCity("Sơn La", new Country("VN", "Việt Nam")), new RenameCity("Tô Hiệu"), new RenameCity("Sơn La"),
        new RecordIndicator("sách", 1, "cuốn", Qualifier.Exact, Asking.On("2024")), new RecordIndicator("sách", 2, "cuốn", Qualifier.Exact, Asking.On("2023")));

    [Fact]
    public void What_was_known_at_an_instant_is_the_replay_of_what_was_recorded_by_then() => ForAll((history, after) =>
    {
        for (var n = 1; n <= history.Count; n++)
        {
            if (n < history.Count && history[n].RecordedAt == history[n - 1].RecordedAt) continue;
            var known = Agreement.AsOf("agr-1", history, new AsOf(null, history[n - 1].RecordedAt));
            History.Same(after[n - 1], known);
            History.Same(known, history.Take(n).Aggregate(Agreement.Unrecorded("agr-1"), Agreement.Evolve));
        }
    });

    [Fact]
    public void What_is_so_today_as_known_now_is_the_agreement_itself() => ForAll((history, after) =>
        History.Same(
            after.LastOrDefault(Agreement.Unrecorded("agr-1")), Agreement.AsOf("agr-1", history, new AsOf(Asking.Today.Today, Asking.Today.Now.AddDays(1)))));

    [Fact]
    public void The_periods_alone_tell_the_state_of_any_day_as_known_at_any_instant() => ForAll((history, after) =>
    {
        if (after.Count == 0) return;
        foreach (var known in history.Select(happening => happening.RecordedAt).Distinct().Append(Asking.Today.Now.AddTicks(-1)))
        {
            foreach (var day in Days) Assert.Equal(StateByPeriods(after[^1], day, known), Agreement.AsOf("agr-1", history, new AsOf(day, known)).State);
        }
    });

    [Fact]
    public void Any_part_of_a_history_folds() => Prop.ForAll(History.Of(Asked), Arb.From(Gen.Choose(0, int.MaxValue)), (steps, seed) =>
    {
        var part = Lived(steps).History.Where((_, place) => ((seed >> (place % 30)) & 1) == 1).ToList();
        var agreement = part.Aggregate(Agreement.Unrecorded("agr-1"), Agreement.Evolve);
        Assert.Equal(part.Count, agreement.Version);
        Assert.InRange(agreement.DerivedPercent ?? 0, 0, 100);
        foreach (var day in Days) Agreement.AsOf("agr-1", part, new AsOf(day, null));
    }).Check(Checking.Of(300));

    [Fact]
    public void Any_part_of_a_city_s_history_folds() => Prop.ForAll(History.Of(OfCities), Arb.From(Gen.Choose(0, int.MaxValue)), (commands, seed) =>
    {
        var live = City.Unrecorded("vn-son-la");
        var history = new List<Happening<CityEvent>>();
        foreach (var command in commands)
        {
            foreach (var e in CityDecider.Decide(live, command, Asking.Today).Events)
            {
                history.Add(Asking.Today.Told(e));
                live = City.Evolve(live, history[^1]);
            }
        }

        History.Same(live, City.AsOf("vn-son-la", history, new AsOf(Asking.Today.Today, Asking.Today.Now)));
        var part = history.Where((_, place) => ((seed >> (place % 30)) & 1) == 1).ToList();
        var city = part.Aggregate(City.Unrecorded("vn-son-la"), City.Evolve);
        Assert.Equal(city.Country is not null, city.Exists);
    }).Check(Checking.Of(300));

    private static void ForAll(Action<IReadOnlyList<Happening<AgreementEvent>>, IReadOnlyList<Agreement>> holds) => Prop.ForAll(History.Of(Asked), steps =>
    {
        var (history, after) = Lived(steps);
        holds(history, after);
    }).Check(Checking.Of(300));

    /// <summary>
    /// What happened, and the agreement after each event; a command comes a minute after the one before, each now and then at the same instant.
    /// </summary>
    private static (List<Happening<AgreementEvent>> History, List<Agreement> After) Lived(IReadOnlyList<(AgreementHistories.Step Step, DateOfRecord? On)> steps)
    {
        var live = Agreement.Unrecorded("agr-1");
        var (history, after) = (new List<Happening<AgreementEvent>>(), new List<Agreement>());
        for (var i = 0; i < steps.Count; i++)
        {
            var command = steps[i].Step.From(live);
            var context = Asking.Grounded(Asking.Today).For(command) with { Now = Asking.Today.Now.AddMinutes(i - (i % 5 == 4 ? 1 : 0)),
                OccurredOn = steps[i].On };
            foreach (var e in AgreementDecider.Decide(live, command, context).Events)
            {
                history.Add(context.Told(e));
                after.Add(live = Agreement.Evolve(live, history[^1]));
            }
        }

        return (history, after);
    }

    private static LegalState StateByPeriods(Agreement agreement, DateOnly day, DateTimeOffset known) => agreement.Periods
        .Select((period, place) => (Ordinal: place + 1, Period: period, Until: DateTimeOffset.MaxValue))
        .Concat(agreement.FormerPeriods.Select(former => (former.Ordinal, former.Period, former.Until)))
        .Where(row => row.Period.RecordedAt <= known && known < row.Until && !(row.Period.From > day))
        .OrderBy(row => row.Ordinal).Select(row => row.Period.State).LastOrDefault();
}
