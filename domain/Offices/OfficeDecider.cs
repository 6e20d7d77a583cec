using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>What a command leads to, given what an office is. Pure.</summary>
public static partial class OfficeDecider
{
    /// <summary>Decides a command. The fields are checked first, then the state.</summary>
    /// <param name="office">The office.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="context">By whom and when.</param>
    /// <param name="others">The offices there are, as far as is known at that moment.</param>
    public static Decision Decide(Office office, OfficeCommand command, CommandContext context, OfficeBook others)
    {
        var fields = new FieldChecks();
        command.Check(fields);
        context.Check(fields);
        if (fields.Faults.Count > 0) return Refusal.Invalid(fields.Faults);

        return command switch
        {
            RegisterOffice c => Decide(office, c, others),
            _ when !office.Exists => Refuse.NotFound(office.Id),
            _ when office.Closing is { } closing => Refuse.Closed(office.Id, closing),
            RenameOffice c => Decide(office, c, others),
            SetOfficePolicy c => Decide(office, c, context),
            ReplaceCalendar c => Decide(office, c, context),
            AddPerson c => Decide(office, c),
            RemovePerson c => Decide(office, c),
            AnnounceDeadlines c => Decide(office, c, context),
            RecordAnnualReport c => Decide(office, c, context),
            RecordAnnualPlan c => Decide(office, c, context),
            CloseOffice c => Decide(office, c, context, others),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "An office has no such command."),
        };
    }

    /// <summary>Another office that a name means already; a name must lead to one.</summary>
    private static Refusal? Taken(Office office, OfficeName name, OfficeBook others) =>
        name.Kept.All.Select(others.Find).FirstOrDefault(bearer => bearer is not null && bearer.Id != office.Id) is { } bearer ? Refuse.NameTaken(bearer)
            : null;

    private static Decision Accept(params IReadOnlyList<OfficeEvent> events) => Decision.Accept(events);
}
