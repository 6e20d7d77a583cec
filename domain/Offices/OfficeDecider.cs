using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>What a command leads to, given what an office is. Pure.</summary>
public static partial class OfficeDecider
{
    /// <summary>Decides a command. The fields are checked first, then the state.</summary>
    public static Decision Decide(Office office, OfficeCommand command, CommandContext context)
    {
        var fields = new FieldChecks();
        command.Check(fields);
        context.Check(fields);
        if (fields.Faults.Count > 0) return Refusal.Invalid(fields.Faults);

        return command switch
        {
            RegisterOffice c => Decide(office, c),
            _ when !office.Exists => Refuse.NotFound(office.Id),
            _ when office.Closing is { } closing => Refuse.Closed(office.Id, closing),
            RenameOffice c => Decide(office, c),
            CloseOffice c => Decide(office, c, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "An office has no such command."),
        };
    }

    private static Decision Accept(params IReadOnlyList<OfficeEvent> events) => Decision.Accept(events);
}
