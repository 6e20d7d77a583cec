using CityGrains.Api.Commands;
using CityGrains.Api.Commands.Memberships;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Requests;

namespace CityGrains.Api.Pages.Cities;

/// <summary>What the state of a city and of its memberships allows to be recorded, the usual first; the record refuses the rest with its reason.</summary>
internal static class CityActions
{
    /// <summary>Of the city itself.</summary>
    public static IEnumerable<Verb> Of(CityView city)
    {
        string[] asked = city.Requests.Any(request => request.Standing is RequestStanding.Open) ? ["answer-feedback", "remind-feedback", "withdraw-feedback"]
            : [];
        string[] claimed = city.Claims.Count > 0 ? ["resolve-claim", "dispute-claim"] : [];
        string[] now = city.Ending is null ? ["change-status", "rename", "merge", "dissolve"] : ["designate-successor"];
        return Named(CityVerbs.All, ["record-indicator", "request-feedback", "assert-claim", "link-activity", .. asked, .. claimed, .. now]);
    }

    /// <summary>Of a membership.</summary>
    public static IEnumerable<Verb> Of(CityView city, MembershipView membership)
    {
        string[] now = membership.State switch
        {
            MembershipState.Preparing => ["endorse-as-mayor", "revise-dossier", "abandon"],
            MembershipState.CityEndorsed => ["submit-to-national-commission"],
            MembershipState.NatComReview => ["endorse-nationally", "submit-to-unesco", "decline-nationally"],
            MembershipState.UnderReview => ["recognise", "decline"],
            MembershipState.Member => ["submit-report", "accept-report", "record-reminder", "note-report-overdue", "withdraw"],
            MembershipState.ReportOverdue => ["submit-report", "record-reminder", "inactivate", "remove"],
            MembershipState.Inactive => ["reinstate", "record-reminder", "remove", "withdraw"],
            MembershipState.NotEndorsed or MembershipState.NotSelected or MembershipState.Abandoned => ["reopen"],
            _ => [],
        };
        string[] criteria = membership.Criteria.Of > 0 && MembershipLifecycle.Assessed.Contains(membership.State) ? ["assess-criterion"] : [];
        string[] ended = city.Successors.Count > 0 && MembershipLifecycle.Members.Contains(membership.State) ? ["transfer"] : [];
        return Named(MembershipVerbs.All, [.. ended, .. now, .. criteria]);
    }

    /// <summary>Of a network it has nothing to do with yet.</summary>
    public static IEnumerable<Verb> Joining => Named(MembershipVerbs.All, ["start-application", "recognise"]);

    private static IEnumerable<Verb> Named(IReadOnlyList<Verb> verbs, IEnumerable<string> names) =>
        names.Select(name => verbs.First(verb => verb.Name == name));
}
