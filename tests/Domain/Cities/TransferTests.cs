using CityGrains.Domain.Cities;
using static CityGrains.Domain.Cities.MembershipState;
using static CityGrains.Domain.Tests.Asking;
using static CityGrains.Domain.Tests.Cities.Told;

namespace CityGrains.Domain.Tests.Cities;

/// <summary>A membership that goes to a successor: two records, each told its half.</summary>
public sealed class TransferTests
{
    private static readonly TransferMembership Transfer = new("vn-to-hieu", On("2025-07-01")) { NextDueOn = On("2026-12-31"), Network = LearningCities };

    [Fact]
    public void The_city_says_to_whom_its_membership_went() => In(Member).Ask(Transfer).ThenHappened<MembershipTransferred>()
        .And(city => Assert.Equal(new Handover("vn-to-hieu", On("2025-07-01")), city.Membership().TransferredTo));

    [Theory]
    [InlineData(Unrecorded)]
    [InlineData(Preparing)]
    [InlineData(NotSelected)]
    [InlineData(Removed)]
    [InlineData(Transferred)]
    public void The_successor_is_a_member_whatever_it_was(MembershipState before) =>
        In(before).When(Transfer.ToSuccessor("vn-vinh")).ThenHappened<MembershipReceived>()
        .And(city => Assert.Equal((Member, On("2025-07-01"), On("2026-12-31")), (city.Membership().State, city.Membership().RecognisedOn, city.Membership().NextReportDue(LearningCities))))
        .And(city => Assert.Equal([new Handover("vn-vinh", On("2025-07-01"))], city.Membership().ReceivedFrom));

    [Theory]
    [InlineData(Member)]
    [InlineData(ReportOverdue)]
    [InlineData(Inactive)]
    public void A_successor_that_is_a_member_stays_what_it_is_and_tells_whom_it_follows(MembershipState before) =>
        In(before).When(Transfer.ToSuccessor("vn-vinh"))
        .And(city => Assert.Equal((before, On("2024-02-14")), (city.Membership().State, city.Membership().RecognisedOn)))
        .And(city => Assert.Equal("vn-vinh", Assert.Single(city.Membership().ReceivedFrom).City));

    [Fact]
    public void A_membership_is_received_once_however_often_it_is_sent() =>
        In(Unrecorded).When(Transfer.ToSuccessor("vn-vinh")).When(Transfer.ToSuccessor("vn-vinh")).ThenUnchanged();

    [Fact]
    public void Several_may_become_one() => In(Unrecorded).When(Transfer.ToSuccessor("vn-vinh")).When(Transfer.ToSuccessor("vn-sa-dec"))
        .And(city => Assert.Equal(["vn-vinh", "vn-sa-dec"], city.Membership().ReceivedFrom.Select(from => from.City)));

    [Fact]
    public void Nobody_follows_itself()
    {
        In(Member).Ask(new TransferMembership("vn-son-la", On("2025"))).ThenRefused("membership/its-own-successor");
        In(Member).When(Transfer.ToSuccessor("vn-son-la")).ThenRefused("membership/its-own-successor");
    }

    [Fact]
    public void What_went_to_one_does_not_go_to_another() =>
        In(Transferred).Ask(new TransferMembership("vn-vinh", On("2025-07-01"))).ThenRefused("membership/wrong-state", "khép lại", "closed");
}
