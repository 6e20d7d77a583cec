using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Audit;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries;
using CityGrains.Journal.Seals;

namespace CityGrains.Api.Pages.Audit;

/// <summary>Answers <c>GET /audit</c>, and begins the verification of everything that its button asks for.</summary>
internal sealed class AuditHomeRoute(
    ISeals seals, Checkups checkups, AgreementQueries agreements, CityQueries cities, ActivityQueries activities, OfficeQueries offices)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/audit";

    private const int MostCheckpoints = 10;
    private const string MostRecords = "20";

    public async Task<IResult> Read(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var words = query.Value("q");
        if (query.End() is { } problem) return ProblemPages.Of(problem);

        var cancel = http.RequestAborted;
        var found = await agreements.Page(Asking.Of(("q", words), ("limit", MostRecords)), cancel);
        if (found.Problem is { } wrong) return ProblemPages.Of(wrong);
        var places = words is null ? null : (await cities.Page(Asking.Of(("q", words), ("limit", MostRecords)), cancel)).Value.Items;
        var held = words is null ? null : (await activities.Page(Asking.Of(("q", words), ("limit", MostRecords)), cancel)).Value.Items;
        var bodies = words is null ? null : (await offices.Page(Asking.Of(("q", words), ("limit", MostRecords)), cancel)).Value.Items;
        var checkpoints = await seals.Checkpoints(long.MaxValue, MostCheckpoints, cancel);
        return Page.Of<AuditHomePage, Integrity>(new Integrity(words, found.Value.Items, places ?? [])
        {
            Activities = held ?? [],
            Offices = bodies ?? [],
            Checkpoints = [.. checkpoints.Select(CheckpointView.Of)],
            IsSigned = checkpoints.Count > 0 && SealCheck.IsSigned(checkpoints[0], await seals.Keys(cancel)),
            Checkup = checkups.Now,
        });
    }

    public IResult Verify()
    {
        checkups.Begin();
        return new SeeOther(Path);
    }
}
