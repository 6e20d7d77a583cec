using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Cities.MembershipState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Send the application, endorsed by the national commission, to UNESCO.</summary>
public sealed record SubmitToUnesco : MembershipCommand
{
    /// <summary>Number of the letter; null when it is not at hand.</summary>
    public string? Reference { get; init; }

    internal override void CheckOwn(FieldChecks fields) => fields.Optional("reference", Reference);
}

/// <summary>The application went to UNESCO.</summary>
public sealed record SubmittedToUnesco(string Network, string? Reference) : MembershipEvent(Network);

/// <summary>The city was not selected.</summary>
public sealed record DeclineApplication(string Ground) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The city was not selected.</summary>
public sealed record ApplicationDeclined(string Network, string Ground) : MembershipEvent(Network);

/// <summary>The city is a member. One whose application nobody recorded enters as a member; either way a source says so.</summary>
public sealed record RecogniseMembership(DateOfRecord RecognisedOn) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Known("recognisedOn", RecognisedOn);
}

/// <summary>The city became a member.</summary>
public sealed record MembershipRecognised(string Network, DateOfRecord RecognisedOn) : MembershipEvent(Network)
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => RecognisedOn;
}

internal static partial class MembershipDecider
{
    private static Decision Decide(Membership membership, SubmitToUnesco command) =>
        membership.State is not NatComReview ? RefuseMembership.WrongState(membership, NatComReview)
        : !membership.NationallyEndorsed ? RefuseMembership.NotNationallyEndorsed()
        : Accept(new SubmittedToUnesco(membership.Network, command.Reference));

    private static Decision Decide(Membership membership, DeclineApplication command) =>
        membership.State is not UnderReview ? RefuseMembership.WrongState(membership, UnderReview)
        : Accept(new ApplicationDeclined(membership.Network, command.Ground));

    private static Decision Decide(Membership membership, RecogniseMembership command, CommandContext context) =>
        membership.State is Member && membership.RecognisedOn == command.RecognisedOn ? Decision.Unchanged
        : membership.State is not (UnderReview or Unrecorded) ? RefuseMembership.WrongState(membership, UnderReview)
        : command.RecognisedOn.IsAfter(context.Today) ? RefuseMembership.InTheFuture("recognisedOn", command.RecognisedOn)
        : context.Source is null ? RefuseMembership.SourceMissing()
        : Accept(new MembershipRecognised(membership.Network, command.RecognisedOn));
}
