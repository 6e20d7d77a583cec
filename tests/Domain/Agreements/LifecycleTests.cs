using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class LifecycleTests
{
    public static TheoryData<LegalState> States => [.. Enum.GetValues<LegalState>().Where(state => state is not LegalState.Unrecorded)];

    [Theory]
    [MemberData(nameof(States))]
    public void In_each_state_only_what_the_state_allows_is_accepted_and_the_rest_says_the_way(LegalState state)
    {
        foreach (var history in Histories(state))
        {
            var agreement = history.Aggregate(Agreement.Unrecorded("agr-2026-000001"), (before, e) => Agreement.Evolve(before, Asking.Earlier.Told(e)));
            Assert.Equal(state, agreement.State);

            foreach (var (command, allowed) in Ask.Everything)
            {
                var refusal = AgreementDecider.Decide(agreement, command, Asking.Today).Refusal;
                var wrongState = refusal?.Message.En == $"The agreement is {state}.";
                Assert.True(wrongState == !allowed.Contains(state), $"{command.GetType().Name} in {state}: {refusal?.Code}");
                if (!wrongState) continue;
                Assert.Equal($"Thỏa thuận đang ở trạng thái {Lifecycle.Vietnamese(state)}.", refusal!.Message.Vi);
                Assert.Contains($"This needs the state: {string.Join(", ", allowed)}.", refusal.Remedy.En, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_command_is_tried_in_every_state() => Assert.Equal(
        typeof(AgreementCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AgreementCommand))).Select(type => type.Name)
            .Order(StringComparer.Ordinal),
        Ask.Everything.Select(asked => asked.Command.GetType().Name).Distinct().Concat([nameof(ProposeAgreement), nameof(RegisterLegacyAgreement)])
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_but_a_proposal_or_a_legacy_record_begins_an_agreement()
    {
        foreach (var (command, _) in Ask.Everything) When(command)
            .ThenRefused("agreement/not-found", "Không có thỏa thuận 'agr-2026-000001'", "propose the agreement first");
    }

    [Fact]
    public void A_refusal_names_the_states_to_go_through() => Given(Proposed()).When(Ask.Sign())
        .ThenRefused("agreement/not-approved", "Đi qua: Đang lấy ý kiến → Đã cho phép ký.", "The way there: Consulting → Approved.");

    [Fact]
    public void A_refusal_says_when_there_is_no_way_back() => Given(UntilInEffect()).When(Ask.Sign())
        .ThenRefused("agreement/not-approved", "Không trở lại được; từ đây có thể sang: Có kế hoạch thực hiện",
            "There is no way back to it; from here it may go to: Planned");

    [Fact]
    public void A_closed_file_stays_closed() => Given([.. UntilImplemented(), Archived()]).When(Ask.AdoptPlan())
        .ThenRefused("agreement/not-in-effect", "Hồ sơ đã khép lại.", "The file is closed.");

    [Fact]
    public void A_suspension_leads_back_or_to_an_end_and_never_to_itself() => Assert.Equal(
        [LegalState.InEffect, LegalState.Planned, LegalState.Implementing, LegalState.Implemented,
            LegalState.Expired, LegalState.Terminated, LegalState.Withdrawn, LegalState.Superseded],
        Lifecycle.After(LegalState.Suspended));

    [Fact]
    public void Every_state_has_a_name_in_Vietnamese_and_a_way_to_the_archive()
    {
        var states = Enum.GetValues<LegalState>();
        Assert.Equal(states.Length, states.Select(Lifecycle.Vietnamese).Distinct().Count());
        states = [.. states.Where(state => state is not LegalState.Archived)];
        Assert.All(states, state => Assert.Equal(LegalState.Archived, Lifecycle.Way(state, [LegalState.Archived])[^1]));
    }

    private static IEnumerable<AgreementEvent[]> Histories(LegalState state)
    {
        yield return [Legacy(state)];
        yield return Until(state);
    }
}
