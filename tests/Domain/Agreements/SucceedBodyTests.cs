using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

/// <summary>What is asked of each agreement of a body that was abolished.</summary>
public sealed class SucceedBodyTests
{
    private static readonly SucceedBody OfParty = new(Asking.On("2025-07-01"), "Nghị quyết 202/2025/QH15") { Party = "SƠN LA", Country = Vietnam,
        Successor = ToHieu };
    private static readonly SucceedBody OfOffice = new(Asking.On("2025-07-01"), "Nghị quyết") { Office = "Sở Ngoại vụ Sơn La",
        SuccessorOffice = "Sở Ngoại vụ Tây Bắc" };

    [Fact]
    public void It_concerns_the_agreements_of_the_body_and_tells_those_of_its_heir()
    {
        var agreement = UntilInEffect().Aggregate(Agreement.Unrecorded("agr-1"), (before, e) => Agreement.Evolve(before, Asking.Earlier.Told(e)));
        foreach (var body in new[] { OfParty, OfOffice })
        {
            Assert.Equal((true, false), (body.Concerns(agreement), body.IsHeirs(agreement)));
            var context = body.In(Asking.Today);
            var moved = Agreement.Evolve(agreement, context.Told(Assert.Single(AgreementDecider.Decide(agreement, body.Command, context).Events)));
            Assert.Equal((false, true), (body.Concerns(moved), body.IsHeirs(moved)));
        }

        Assert.False((OfParty with { Country = LuangPrabang.Country }).Concerns(agreement));
    }

    [Fact]
    public void The_succession_dates_it_and_grounds_it()
    {
        Assert.Equal((Asking.On("2025-07-01"), "Nghị quyết"), (OfOffice.In(Asking.Today).OccurredOn!.Value, OfOffice.In(Asking.Today).Reason));
        Assert.Equal("Vì sáp nhập", OfOffice.In(Asking.Today with { Reason = "Vì sáp nhập" }).Reason);
    }

    [Fact]
    public void It_is_of_a_party_or_of_an_office()
    {
        Assert.Empty(OfParty.Faults(Asking.Today));
        Assert.Empty(OfOffice.Faults(Asking.Today));
        Assert.Equal(["party", "successor"], Fields(OfOffice with { Party = "Sơn La", Country = Vietnam }));
        Assert.Equal(["country", "successorOffice"], Fields(OfParty with { Country = null, SuccessorOffice = "Sở" }));
        Assert.Equal(["part"], Fields(OfParty with { Extent = SuccessionExtent.Part }));
        Assert.Equal(["successorOffice"], Fields(OfOffice with { SuccessorOffice = OfOffice.Office }));
        Assert.Equal(["occurredOn"], Fields(OfOffice with { SucceededOn = Asking.On("2026-03-03") }));
    }

    private static IEnumerable<string> Fields(SucceedBody body) => body.Faults(Asking.Today).Select(fault => fault.Field);
}
