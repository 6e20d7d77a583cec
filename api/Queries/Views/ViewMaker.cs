using CityGrains.Api.Queries.Due;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Networks;

namespace CityGrains.Api.Queries.Views;

/// <summary>Turns states into what readers see: names of countries and states added, derived values computed.</summary>
public sealed class ViewMaker(CountryDirectory countries, NetworkDirectory networks)
{
    /// <summary>An agreement in a list.</summary>
    public AgreementItem Item(Agreement agreement, Viewpoint viewpoint) => new(
        agreement.Id, agreement.Version, agreement.State, Lifecycle.Vietnamese(agreement.State), agreement.Kind, agreement.Title, agreement.Office,
        [.. agreement.Parties.Select(Of)], agreement.Signing?.SignedOn, agreement.EffectiveOn, Progress(agreement),
        [.. Standing.FlagsOf(agreement, viewpoint.Today, viewpoint.Terms.Of(agreement.Office), viewpoint.Rules).Select(flag => flag.Kind)]);

    /// <summary>A whole agreement.</summary>
    public AgreementView Whole(Agreement agreement, Viewpoint viewpoint)
    {
        var standing = Standing.Of(agreement, viewpoint.Today, viewpoint.Terms.Of(agreement.Office), viewpoint.Rules);
        return Whole(
            agreement, standing, [.. standing.Deadlines.Where(due => !due.Rule.Watch).Select(due => DeadlineView.Of(agreement, due, viewpoint.Today))]);
    }

    private AgreementView Whole(Agreement agreement, Standing standing, IReadOnlyList<DeadlineView> deadlines) => new(
        agreement.Id, agreement.Version, agreement.State, Lifecycle.Vietnamese(agreement.State), agreement.Kind, agreement.Title, agreement.Office,
        [.. agreement.Parties.Select(Of)], agreement.Signing?.SignedOn, agreement.EffectiveOn, Progress(agreement),
        [.. standing.Flags.Select(flag => new FlagView(flag.Kind, flag.Why.Vi, flag.Why.En, flag.Events))])
    {
        Next = standing.Next is { } next ? new NextView(next.What, next.Who, next.Verb, next.Due) : null,
        Deadlines = deadlines,
        Fields = agreement.Fields,
        Proposer = agreement.Proposer,
        Term = agreement.Term,
        Consultation = ConsultationView.Of(agreement.Consultation),
        Approval = agreement.Approval,
        Signing = agreement.Signing is { } signing ? new SigningView(signing.SignedOn, Of(signing.SignedAt), signing.Signatories) : null,
        Commitments = [.. agreement.Commitments.Select(Of)],
        Evidence = agreement.Evidence,
        Notices = agreement.Notices,
        Publications = agreement.Publications,
        Restriction = agreement.Restriction,
        Breaches = agreement.Breaches,
        Claims = agreement.ClaimedFacts,
        Requests = agreement.Requests.All,
        Changes = [.. agreement.Changes.Select(ChangeView.Of)],
        Suspensions = agreement.Suspensions,
        Successions = [.. agreement.Successions.Select(Of)],
        SupersededBy = agreement.SupersededBy,
        Activities = agreement.Activities,
        ArchivedAt = agreement.ArchivedAt,
        Periods = [.. agreement.Periods.Select(period => new PeriodView(period.State, Lifecycle.Vietnamese(period.State), period.Since))],
    };

    /// <summary>An activity in a list.</summary>
    public ActivityItem Item(Activity activity) => new(
        activity.Id, activity.Version, activity.State, Activity.Vietnamese(activity.State), activity.Kind, activity.Title, activity.Organiser, activity.Office,
        new DaysView(activity.Days.From, activity.Days.To), Of(activity.Place), activity.International, activity.Reach)
    {
        AppliedOn = activity.AppliedOn,
        Result = activity.Results.LastOrDefault(),
    };

    /// <summary>A whole activity.</summary>
    public ActivityView Whole(Activity activity) => new(
        activity.Id, activity.Version, activity.State, Activity.Vietnamese(activity.State), activity.Kind, activity.Title, activity.Organiser, activity.Office,
        new DaysView(activity.Days.From, activity.Days.To), Of(activity.Place), activity.International, activity.Reach)
    {
        AppliedOn = activity.AppliedOn,
        ResultReportedOn = activity.ResultReportedOn,
        Results = activity.Results,
        Agreements = activity.Agreements,
        Cities = activity.Cities,
        Claims = activity.ClaimedFacts,
    };

    /// <summary>A city in a list.</summary>
    public CityItem Item(City city) => new(city.Id, city.Version, city.Name, Of(city.Country!), Of(city.Location)) { Status = city.Status };

    /// <summary>A whole city.</summary>
    public CityView Whole(City city) => new(
        city.Id, city.Version, city.Name, Of(city.Country!), Of(city.Location), city.FormerNames,
        [.. city.Indicators.Select(indicator => new IndicatorView(indicator.Name, indicator.Value, indicator.Unit, indicator.Qualifier, indicator.AsOf))])
    {
        Claims = city.ClaimedFacts,
        Requests = city.Requests.All,
        Status = city.Status,
        Activities = city.Activities,
        Ending = city.Ending,
        Successors = city.Successors,
        Memberships = [.. city.Memberships.Where(membership => membership.State is not MembershipState.Unrecorded)
            .Select(membership => MembershipView.Of(membership, networks))],
    };

    /// <summary>A city among the members of a network, where it stood there.</summary>
    public MemberItem Member(City city, MembershipPeriod standing) => new(
        city.Id, city.Name, Of(city.Country!), standing.State, MembershipLifecycle.Vietnamese(standing.State), standing.Since);

    private static ProgressView Progress(Agreement agreement) => new(agreement.Progress, agreement.DerivedPercent, agreement.Declared);

    private PartyView Of(Party party) => new(party.Name, party.Type, Of(party.Country), party.City);

    private SuccessionView Of(Succession succession) => new(
        succession.Id, Of(succession.From), Of(succession.Successor), succession.Extent, succession.Part, succession.SucceededOn, succession.Notices);

    private PlaceView? Of(Place? place) => place is null ? null : new PlaceView(place.Name, place.Country is { } country ? Of(country) : null);

    private CountryView Of(Country country) =>
        new(country.Code, country.Written, countries.NameOf(country.Key, vietnamese: true), countries.NameOf(country.Key, vietnamese: false));

    private static LocationView? Of(Coordinates? location) => location is null ? null : new LocationView(location.Latitude, location.Longitude);

    private static CommitmentView Of(Commitment commitment) => new(
        commitment.Id, commitment.Description, commitment.Owner, commitment.DueOn, commitment.IsSettled,
        [.. commitment.Milestones.Select(step => new MilestoneView(step.Id, step.Description, step.DueOn, step.Status, step.SettledOn))]);
}
