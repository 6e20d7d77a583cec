using CityGrains.Api.Commands;
using CityGrains.Api.Commands.Memberships;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Cities;
using CityGrains.Domain.Networks;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.Forms;

/// <summary>The records that forms are about beside agreements: finds them, and records what is said of them.</summary>
internal sealed class OtherRecords(
    CityQueries cities, ActivityQueries activities, OfficeQueries offices, SuccessorChain successors, NetworkDirectory networks, CommandEndpoints commands,
    MembershipEndpoint memberships, NamedEndpoint naming, Reader reader)
{
    private static readonly string[] OfActivities = ["heldOn", "appliedOn"];

    /// <summary>A record as its forms need it.</summary>
    public async Task<Reading<FormRecord>> Find(Subject subject, string id, string? network, CancellationToken cancel)
    {
        if (subject == Subject.City) return await City(id, network, cancel);
        if (subject == Subject.Activity) return await Activity(id, cancel);
        var office = await offices.Find(id, cancel);
        return office.Problem is { } problem ? problem : new FormRecord(subject, id, office.Value.Name.Vi);
    }

    /// <summary>What records of a kind are to commands.</summary>
    public static Subject SubjectOf(StreamKind kind) => kind switch
    {
        StreamKind.City => Subject.City,
        StreamKind.Activity => Subject.Activity,
        StreamKind.Office => Subject.Office,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Its forms are not here."),
    };

    /// <summary>Records what a form says.</summary>
    public Task<IResult> Execute(HttpContext http, Verb verb, FormRecord record) =>
        record.Network is { } network ? memberships.Execute(http, verb, record.Id, network) : commands.Execute(http, record.Subject, verb, record.Id);

    /// <summary>Begins one.</summary>
    public Task<IResult> Begin(HttpContext http, Subject subject) => naming.Execute(http, subject, subject.IdOf!);

    private async Task<Reading<FormRecord>> Activity(string id, CancellationToken cancel)
    {
        var found = await activities.Find(id, cancel);
        if (found.Problem is { } problem) return problem;
        return new FormRecord(Subject.Activity, id, found.Value.Title) { Claims = found.Value.Claims, Facts = OfActivities };
    }

    private async Task<Reading<FormRecord>> City(string id, string? network, CancellationToken cancel)
    {
        if (network is not null && networks.Find(network) is null) return NetworkProblems.NoSuchNetwork(networks);
        var found = await cities.Find(id, cancel);
        if (found.Problem is { } problem) return problem;
        var city = found.Value;
        var chain = await successors.Of(id, cancel) ?? [];
        return new FormRecord(Subject.City, id, network is null ? city.Name : $"{city.Name}, {reader.Say(networks.Find(network)!.Name)}")
        {
            Network = network,
            Claims = city.Claims,
            Facts = [.. city.Memberships.Select(membership => $"membership/{membership.Network}/recognisedOn")],
            Requests = city.Requests,
            Successors = [.. chain.Select(next => (next.City, next.Name ?? next.City))],
        };
    }
}
