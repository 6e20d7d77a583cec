using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>What a command about a membership leads to, given what the city is. Pure.</summary>
internal static partial class MembershipDecider
{
    /// <summary>Decides a command whose fields are sound.</summary>
    public static Decision Decide(City city, MembershipCommand command, CommandContext context)
    {
        var network = command.Network!;
        var membership = city.MembershipIn(network.Id);
        return command switch
        {
            StartApplication => Start(city, membership),
            ReviseDossier c => Decide(membership, c),
            EndorseAsMayor c => Decide(membership, c),
            AbandonApplication c => Decide(membership, c),
            ReopenApplication c => Decide(city, membership, c),
            SubmitToNationalCommission c => Decide(membership, c),
            EndorseByNationalCommission c => Decide(membership, c),
            DeclineByNationalCommission c => Decide(membership, c),
            SubmitToUnesco c => Decide(membership, c),
            DeclineApplication c => Decide(membership, c),
            AssessCriterion c => Decide(membership, c, context),
            RecogniseMembership c => Decide(membership, c, context),
            SubmitReport c => Decide(membership, c, context),
            AcceptReport c => Decide(membership, c, context),
            NoteReportOverdue c => Decide(membership, c, context),
            RecordReminder c => Decide(membership, c, context),
            InactivateMembership c => Decide(membership, c, context),
            ReinstateMembership c => Decide(membership, c, context),
            RemoveMembership c => Decide(membership, c, context),
            WithdrawMembership c => Decide(membership, c, context),
            TransferMembership c => Decide(city, membership, c, context),
            ReceiveMembership c => Decide(city, membership, c),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A membership has no such command."),
        };
    }

    private static Decision Accept(params IReadOnlyList<CityEvent> events) => Decision.Accept(events);

    /// <summary>Null when the date has come and does not certainly lie before the recognition.</summary>
    private static Refusal? Untimely(Membership membership, string field, DateOfRecord date, CommandContext context) =>
        date.IsAfter(context.Today) ? RefuseMembership.InTheFuture(field, date)
        : membership.RecognisedOn is { } recognised && date.IsBefore(recognised) ? RefuseMembership.BeforeRecognition(field, date, recognised)
        : null;

    private static Refusal? Untimely(Membership membership, CommandContext context) =>
        Untimely(membership, "occurredOn", context.OccurredOn ?? DateOfRecord.Unknown, context);
}
