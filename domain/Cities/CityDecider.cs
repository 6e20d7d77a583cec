using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>What a command leads to, given what a city is. Pure.</summary>
public static partial class CityDecider
{
    /// <summary>Decides a command. The fields are checked first, then the state.</summary>
    public static Decision Decide(City city, CityCommand command, CommandContext context)
    {
        var fields = new FieldChecks();
        command.Check(fields);
        context.Check(fields);
        if (fields.Faults.Count > 0) return Refusal.Invalid(fields.Faults);

        return command switch
        {
            RegisterCity c => Decide(city, c),
            _ when !city.Exists => Refuse.NotFound(city.Id),
            RenameCity c => Decide(city, c),
            RecordIndicator c => Decide(city, c, context),
            ChangeCityStatus c => Decide(city, c, context),
            MergeCity c => Decide(city, c, context),
            DissolveCity c => Decide(city, c, context),
            DesignateSuccessor c => Decide(city, c, context),
            MembershipCommand c => MembershipDecider.Decide(city, c, context),
            LinkCityActivity c => Decide(city, c),
            AssertCityClaim c => Decide(city, c, context),
            DisputeCityClaim c => Decide(city, c, context),
            ResolveCityClaim c => Decide(city, c, context),
            RequestCityFeedback c => Decide(city, c, context),
            AnswerCityFeedback c => Decide(city, c, context),
            RemindCityFeedback c => Decide(city, c, context),
            WithdrawCityFeedback c => Decide(city, c, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A city has no such command."),
        };
    }

    private static Decision Accept(params IReadOnlyList<CityEvent> events) => Decision.Accept(events);
}
