using CityGrains.Domain.Checks;
using static CityGrains.Domain.Cities.MembershipState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Send the signed application to the national commission for UNESCO.</summary>
public sealed record SubmitToNationalCommission : MembershipCommand
{
    /// <summary>Number of the letter; null when it is not at hand.</summary>
    public string? Reference { get; init; }

    internal override void CheckOwn(FieldChecks fields) => fields.Optional("reference", Reference);
}

/// <summary>The application went to the national commission.</summary>
public sealed record SubmittedToNationalCommission(string Network, string? Reference) : MembershipEvent(Network);

/// <summary>The national commission puts the city forward.</summary>
public sealed record EndorseByNationalCommission : MembershipCommand
{
    /// <summary>Number of the letter; null when it is not at hand.</summary>
    public string? Reference { get; init; }

    internal override void CheckOwn(FieldChecks fields) => fields.Optional("reference", Reference);
}

/// <summary>The national commission put the city forward.</summary>
public sealed record NationalCommissionEndorsed(string Network, string? Reference) : MembershipEvent(Network);

/// <summary>The national commission does not put the city forward.</summary>
public sealed record DeclineByNationalCommission(string Ground) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The national commission did not put the city forward.</summary>
public sealed record NationalCommissionDeclined(string Network, string Ground) : MembershipEvent(Network);

internal static partial class MembershipDecider
{
    private static Decision Decide(Membership membership, SubmitToNationalCommission command) =>
        membership.State is not CityEndorsed ? RefuseMembership.WrongState(membership, CityEndorsed)
        : Accept(new SubmittedToNationalCommission(membership.Network, command.Reference));

    private static Decision Decide(Membership membership, EndorseByNationalCommission command) =>
        membership.State is not NatComReview ? RefuseMembership.WrongState(membership, NatComReview)
        : membership.NationallyEndorsed ? Decision.Unchanged
        : Accept(new NationalCommissionEndorsed(membership.Network, command.Reference));

    private static Decision Decide(Membership membership, DeclineByNationalCommission command) =>
        membership.State is not NatComReview ? RefuseMembership.WrongState(membership, NatComReview)
        : Accept(new NationalCommissionDeclined(membership.Network, command.Ground));
}
