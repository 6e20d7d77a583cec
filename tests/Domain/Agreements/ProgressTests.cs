using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.Happened;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class ProgressTests
{
    private static readonly MilestonePartiallyMet InPart = new("c1-m1", On("2026-02"), "Còn 8 người");
    private static readonly MilestoneMissed Missed = new("c1-m1", On("2026-02"), "Hoãn");
    private static readonly MilestoneWaived Waived = new("c1-m1", On("2026-02"), "Bỏ");

    [Fact]
    public void Without_commitments_there_is_no_progress() => Is(Progress.None, null, UntilInEffect());

    [Fact]
    public void A_plan_is_planned() => Is(Progress.Planned, 0, UntilPlanned());

    [Fact]
    public void Evidence_makes_it_in_progress() => Is(Progress.InProgress, 0, UntilImplementing());

    [Fact]
    public void A_missed_milestone_is_no_progress() => Is(Progress.Planned, 0, [.. UntilPlanned(), Missed]);

    [Fact]
    public void A_milestone_reached_in_part_counts_half() => Is(Progress.Partial, 25, [.. UntilImplementing(commitments: 2), InPart]);

    [Fact]
    public void One_of_three_is_a_third() => Is(Progress.Partial, 33, [.. UntilImplementing(commitments: 3), Met()]);

    [Fact]
    public void A_waived_milestone_is_left_out() => Is(Progress.Partial, 50, [.. UntilImplementing(commitments: 3), Waived, Met("c2-m1")]);

    [Fact]
    public void All_met_is_done() => Is(Progress.Done, 100, [.. UntilImplementing(), Met()]);

    [Fact]
    public void All_waived_is_done() => Is(Progress.Done, 100, [.. UntilPlanned(), Waived]);

    [Fact]
    public void Almost_all_is_not_all() =>
        Is(Progress.Partial, 99, [.. UntilImplementing(commitments: 500), .. Enumerable.Range(1, 499).Select(i => Met($"c{i}-m1"))]);

    private static void Is(Progress progress, int? percent, AgreementEvent[] happened)
    {
        var agreement = happened.Aggregate(Agreement.Unrecorded("agr-1"), (before, e) => Agreement.Evolve(before, Asking.Today.Told(e)));
        Assert.Equal(progress, agreement.Progress);
        Assert.Equal(percent, agreement.DerivedPercent);
    }
}
