using System.Globalization;
using CityGrains.Api.Problems;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;
using CityGrains.Grains;
using CityGrains.Journal;
using Orleans;

namespace CityGrains.Api.Commands;

/// <summary>What commands are about: where it lives in the API, its verbs, and the grain that takes them.</summary>
/// <param name="Kind">What its streams are about.</param>
/// <param name="Path">Where it lives, <c>/api/v1/agreements</c>.</param>
/// <param name="Begin">The verb of that path itself.</param>
/// <param name="Verbs">The verbs of one record.</param>
/// <param name="NotFound">There is no such record.</param>
/// <param name="Execute">Asks its grain.</param>
public sealed record Subject(
    StreamKind Kind, string Path, Verb Begin, IReadOnlyList<Verb> Verbs, Problem NotFound, Func<IGrainFactory, string, object, CommandContext, Task<CommandOutcome>> Execute)
{
    /// <summary>What its operations are grouped under: <c>agreements</c>.</summary>
    public string Name => Path.Split('/')[^1];

    /// <summary>The id of a record that begins without one, made of its command; null where it is given in another way.</summary>
    public Func<object, string>? IdOf { get; init; }

    /// <summary>Agreements.</summary>
    public static Subject Agreement { get; } = new(
        StreamKind.Agreement, "/api/v1/agreements", AgreementVerbs.Propose, AgreementVerbs.All, RecordProblems.NoSuchAgreement,
        (grains, id, command, context) => grains.GetGrain<IAgreementGrain>(id).Execute((AgreementCommand)command, context));

    /// <summary>Cities.</summary>
    public static Subject City { get; } = new(
        StreamKind.City, "/api/v1/cities", CityVerbs.Register, CityVerbs.All, RecordProblems.NoSuchCity,
        (grains, id, command, context) => grains.GetGrain<ICityGrain>(id).Execute((CityCommand)command, context))
    {
        IdOf = command => command is RegisterCity city ? $"{SearchText.Slug(city.Country.Key)}-{SearchText.Slug(city.Name)}" : "",
    };

    /// <summary>Offices.</summary>
    public static Subject Office { get; } = new(
        StreamKind.Office, "/api/v1/offices", OfficeVerbs.Register, OfficeVerbs.All, RecordProblems.NoSuchOffice,
        (grains, id, command, context) => grains.GetGrain<IOfficeGrain>(id).Execute((OfficeCommand)command, context))
    {
        IdOf = command => command is RegisterOffice office ? SearchText.Slug(office.Name.Vi) : "",
    };

    /// <summary>Activities.</summary>
    public static Subject Activity { get; } = new(
        StreamKind.Activity, "/api/v1/activities", ActivityVerbs.Plan, ActivityVerbs.All, RecordProblems.NoSuchActivity,
        (grains, id, command, context) => grains.GetGrain<IActivityGrain>(id).Execute((ActivityCommand)command, context))
    {
        IdOf = command => command is PlanActivity { Days.From.Earliest: { } first } activity
            ? string.Create(CultureInfo.InvariantCulture, $"act-{first.Year}-{Short(activity.Title)}")
            : "",
    };

    /// <summary>Everything commands are about.</summary>
    public static IReadOnlyList<Subject> All { get; } = [Agreement, City, Office, Activity];

    private static string Short(string title) => SearchText.Slug(title) is { Length: > 80 } slug ? slug[..80].TrimEnd('-') : SearchText.Slug(title);
}
