using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class SuccessionTests
{
    [Fact]
    public void An_heir_takes_the_place_of_the_party_it_succeeds() => Given(UntilInEffect()).When(Ask.Succeed()).ThenHappened<PartySucceeded>()
        .And(agreement =>
        {
            Assert.Equal([ToHieu, LuangPrabang], agreement.Parties);
            Assert.Equal(("s1", SonLa, ToHieu), Assert.Single(agreement.Successions) is var one ? (one.Id, one.From, one.Successor) : default);
        });

    [Fact]
    public void An_heir_of_a_part_stands_beside_the_party() =>
        Given(UntilInEffect()).When(Ask.Succeed(extent: SuccessionExtent.Part)).ThenHappened<PartySucceeded>()
        .And(agreement => Assert.Equal([SonLa, LuangPrabang, ToHieu], agreement.Parties));

    [Fact]
    public void An_heir_that_is_a_party_already_is_one_party_still() =>
        Given([.. UntilInEffect(), new PartySucceeded("s1", SonLa, ToHieu, SuccessionExtent.Part, "Y tế", Asking.On("2025"), "NQ")])
            .When(Ask.Succeed()).ThenHappened<PartySucceeded>().And(agreement => Assert.Equal([ToHieu, LuangPrabang], agreement.Parties));

    [Fact]
    public void A_part_is_named_and_the_whole_has_none()
    {
        Given(UntilInEffect()).When(Ask.Succeed(extent: SuccessionExtent.Part) with { Part = null }).ThenInvalid("part");
        Given(UntilInEffect()).When(Ask.Succeed() with { Part = "Y tế" }).ThenInvalid("part");
    }

    [Fact]
    public void A_party_is_found_however_its_name_is_composed_or_capitalised() =>
        Given(UntilInEffect()).When(Ask.Succeed("SƠN LA".Normalize(System.Text.NormalizationForm.FormD))).ThenHappened<PartySucceeded>();

    [Fact]
    public void Nobody_is_heir_to_itself() =>
        Given(UntilInEffect()).When(Ask.Succeed() with { Successor = SonLa }).ThenRefused("agreement/own-heir", "rename-party");

    [Fact]
    public void Of_namesakes_the_country_tells_which()
    {
        AgreementEvent[] happened = [Proposed() with { Parties = [SonLa, SonLa with { Country = LuangPrabang.Country }] }];
        Given(happened).When(Ask.RenameParty()).ThenRefused("agreement/party-ambiguous", "country");
        Given(happened).When(Ask.RenameParty() with { Country = new Country("LA", "Laos") }).ThenHappened<PartyRenamed>()
            .And(agreement => Assert.Equal(["Sơn La", "Thành phố Sơn La"], agreement.Parties.Select(party => party.Name)));
    }

    [Fact]
    public void A_renamed_party_stays_the_same_body() => Given(UntilInEffect()).When(Ask.RenameParty()).ThenHappened<PartyRenamed>()
        .And(agreement => Assert.Equal([SonLa with { Name = "Thành phố Sơn La" }, LuangPrabang], agreement.Parties))
        .When(Ask.RenameParty("Thành phố Sơn La")).ThenUnchanged();

    [Fact]
    public void A_party_nobody_knows_is_neither_renamed_nor_succeeded()
    {
        Given(UntilInEffect()).When(Ask.RenameParty("Vinh")).ThenRefused("agreement/no-such-party", "Các bên: Sơn La; Luang Prabang");
        Given(UntilInEffect()).When(Ask.Succeed("Vinh")).ThenRefused("agreement/no-such-party");
    }

    [Fact]
    public void The_parties_of_what_has_ended_stay_as_they_were() => Given(Until(LegalState.Terminated)).When(Ask.Succeed()).ThenRefused("agreement/ended");

    [Fact]
    public void The_partner_is_told() =>
        Given([.. UntilInEffect(), new PartySucceeded("s1", SonLa, ToHieu, SuccessionExtent.Full, null, Asking.On("2025-07-01"), "NQ")])
        .When(Ask.NotifyPartner()).ThenHappened<PartnerNotifiedOfSuccession>()
        .And(agreement => Assert.Equal(new PartnerNotice("Luang Prabang", Asking.On("2026-02-20"), "15/SNgV"), Assert.Single(Assert.Single(agreement.Successions).Notices)));

    [Fact]
    public void Nobody_is_told_of_what_has_not_happened()
    {
        Given(UntilInEffect()).When(Ask.NotifyPartner()).ThenRefused("agreement/no-such-succession", "succeed-party");
        Given([.. UntilInEffect(), new PartySucceeded("s1", SonLa, ToHieu, SuccessionExtent.Full, null, Asking.On("2025-07-01"), "NQ")])
            .When(Ask.NotifyPartner(on: "2025-06-30")).ThenRefused("agreement/notified-before-succession");
    }

    [Fact]
    public void Another_office_follows_it_up_whatever_its_state() =>
        Given([.. UntilImplemented(), Archived()]).When(Ask.AssignOffice()).ThenHappened<ResponsibleOfficeAssigned>()
        .And(agreement => Assert.Equal("Sở Ngoại vụ Điện Biên", agreement.Office)).When(Ask.AssignOffice()).ThenUnchanged();

    [Fact]
    public void A_list_that_is_read_again_is_known_although_a_party_was_renamed_or_succeeded_since() =>
        Given(Legacy(LegalState.InEffect)).When(Ask.RenameParty()).When(Ask.Succeed("Thành phố Sơn La")).ThenHappened<PartySucceeded>()
            .AsOf(Asking.FromAList).When(Ask.RegisterLegacy()).ThenUnchanged();
}
