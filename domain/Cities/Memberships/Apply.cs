using CityGrains.Domain.Checks;
using static CityGrains.Domain.Cities.MembershipState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Begin to prepare a dossier.</summary>
public sealed record StartApplication : MembershipCommand;

/// <summary>A dossier was begun.</summary>
public sealed record ApplicationStarted(string Network) : MembershipEvent(Network);

/// <summary>Note that the dossier was revised.</summary>
public sealed record ReviseDossier(string Summary) : MembershipCommand
{
    /// <summary>It was written anew from the beginning.</summary>
    public bool Whole { get; init; }

    internal override void CheckOwn(FieldChecks fields) => fields.Text("summary", Summary, FieldChecks.Prose);
}

/// <summary>The dossier was revised; <paramref name="Whole"/>: written anew from the beginning.</summary>
public sealed record DossierRevised(string Network, string Summary, bool Whole) : MembershipEvent(Network);

/// <summary>The mayor signs the application.</summary>
public sealed record EndorseAsMayor(string Mayor) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Text("mayor", Mayor);
}

/// <summary>The mayor signed the application.</summary>
public sealed record MayorEndorsed(string Network, string Mayor) : MembershipEvent(Network);

/// <summary>Give the application up before it is signed.</summary>
public sealed record AbandonApplication(string Ground) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The application was given up.</summary>
public sealed record ApplicationAbandoned(string Network, string Ground) : MembershipEvent(Network);

/// <summary>Take up again an application that was abandoned, not endorsed or not selected.</summary>
public sealed record ReopenApplication(string Ground) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The application was taken up again.</summary>
public sealed record ApplicationReopened(string Network, string Ground) : MembershipEvent(Network);

internal static partial class MembershipDecider
{
    private static Decision Start(City city, Membership membership) =>
        membership.State is Preparing ? Decision.Unchanged
        : membership.State is not Unrecorded ? RefuseMembership.WrongState(membership, Unrecorded)
        : city.Ending is not null ? RefuseMembership.CityEnded(city)
        : Accept(new ApplicationStarted(membership.Network));

    private static Decision Decide(Membership membership, ReviseDossier command) =>
        membership.State is not Preparing ? RefuseMembership.WrongState(membership, Preparing)
        : Accept(new DossierRevised(membership.Network, command.Summary, command.Whole));

    private static Decision Decide(Membership membership, EndorseAsMayor command) =>
        membership.State is not Preparing ? RefuseMembership.WrongState(membership, Preparing)
        : Accept(new MayorEndorsed(membership.Network, command.Mayor));

    private static Decision Decide(Membership membership, AbandonApplication command) =>
        membership.State is not Preparing ? RefuseMembership.WrongState(membership, Preparing)
        : Accept(new ApplicationAbandoned(membership.Network, command.Ground));

    private static Decision Decide(City city, Membership membership, ReopenApplication command) =>
        membership.State is not (Abandoned or NotEndorsed or NotSelected) ? RefuseMembership.WrongState(membership, Abandoned, NotEndorsed, NotSelected)
        : city.Ending is not null ? RefuseMembership.CityEnded(city)
        : Accept(new ApplicationReopened(membership.Network, command.Ground));
}
