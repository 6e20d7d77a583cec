using CityGrains.Api.Commands;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Activities;

namespace CityGrains.Api.Pages.Activities;

/// <summary>The page of an activity.</summary>
internal sealed class ActivityPages(ActivityQueries activities, AgreementQueries agreements, CityQueries cities, RecordedNows nows)
{
    /// <summary>Maps it, and the list.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(ActivityListing.Path, (HttpContext http, ActivityListRoute list) => list.Read(http));
        routes.MapPage("/activities/{id}", (HttpContext http, string id, ActivityPages pages) => pages.One(http, id));
    }

    private async Task<IResult> One(HttpContext http, string id)
    {
        var cancel = http.RequestAborted;
        var activity = await activities.Find(id, cancel);
        if (activity.Problem is { } problem) return ProblemPages.Of(problem);
        var (of, with) = (new List<(string, string)>(), new List<(string, string)>());
        foreach (var one in activity.Value.Agreements)
            of.Add((one, (await agreements.Find(one, cancel)) is { Problem: null } found ? found.Value.Title.Vi : one));
        foreach (var one in activity.Value.Cities) with.Add((one, (await cities.Find(one, cancel)) is { Problem: null } found ? found.Value.Name : one));
        return Page.Of<ActivityPage, ActivityRead>(new ActivityRead(activity.Value, of, with, await nows.Read(http)));
    }
}

/// <summary>An activity, and what it belongs to.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Agreements">Ids and titles of its agreements.</param>
/// <param name="Cities">Ids and names of its cities.</param>
/// <param name="Done">What has just been recorded.</param>
public sealed record ActivityRead(
    ActivityView Activity, IReadOnlyList<(string Id, string Title)> Agreements, IReadOnlyList<(string Id, string Name)> Cities, RecordedNow? Done)
{
    /// <summary>What its state allows to be recorded.</summary>
    public IEnumerable<Verb> Verbs
    {
        get
        {
            string[] now = Activity.State switch
            {
                ActivityState.Planned =>
                    Activity is { International: true, AppliedOn: null } ? ["apply", "hold", "reschedule", "cancel"] : ["hold", "reschedule", "cancel"],
                ActivityState.Held or ActivityState.Reported => ["record-result"],
                _ => [],
            };
            string[] claimed = Activity.Claims.Count > 0 ? ["resolve-claim"] : [];
            return from name in now.Append("assert-claim").Concat(claimed) select ActivityVerbs.All.First(verb => verb.Name == name);
        }
    }

    /// <summary>The days it was planned for, for its form.</summary>
    public string Planned => Activity is { State: ActivityState.Planned, Days.From: { Precision: Domain.Record.DatePrecision.Day } first }
        ? $"?days.from={first}" + (Activity.Days.To is { Precision: Domain.Record.DatePrecision.Day } last ? $"&days.to={last}" : "") : "";
}
