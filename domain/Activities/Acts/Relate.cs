using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>Note that an agreement or a city counts the activity as its own. It follows their <c>link-activity</c>; asked again, it changes nothing.</summary>
public sealed record RelateActivity : ActivityCommand
{
    /// <summary>Id of the agreement; null where it is a city.</summary>
    public string? Agreement { get; init; }

    /// <summary>Id of the city; null where it is an agreement.</summary>
    public string? City { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Must(Agreement is null != City is null, "agreement", "nêu một thỏa thuận hoặc một thành phố", "name one agreement or one city")
        .Must(Agreement is null || RecordId.IsValid(Agreement), "agreement", "phải là mã thỏa thuận", "must be the id of an agreement")
        .Must(City is null || RecordId.IsValid(City), "city", "phải là mã thành phố", "must be the id of a city");
}

/// <summary>An agreement or a city counts the activity as one of its own.</summary>
public sealed record ActivityRelated(string? Agreement, string? City) : ActivityEvent
{
    /// <summary>It belonged there all along.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Unknown;
}

public static partial class ActivityDecider
{
    private const int MostRelated = 200;

    private static Decision Decide(Activity activity, RelateActivity command) =>
        activity.Agreements.Contains(command.Agreement!, StringComparer.Ordinal) ? Decision.Unchanged
        : activity.Cities.Contains(command.City!, StringComparer.Ordinal) ? Decision.Unchanged
        : activity.Agreements.Length + activity.Cities.Length >= MostRelated ? Refuse.TooMany("agreements, cities", MostRelated)
        : Accept(new ActivityRelated(command.Agreement, command.City));
}

public sealed partial record Activity
{
    private Activity Apply(ActivityRelated e) => this with
    {
        Agreements = e.Agreement is { } agreement ? Agreements.Add(agreement) : Agreements,
        Cities = e.City is { } city ? Cities.Add(city) : Cities,
    };
}
