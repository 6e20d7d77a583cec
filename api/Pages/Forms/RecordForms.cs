using System.Collections.Frozen;

namespace CityGrains.Api.Pages.Forms;

/// <summary>
/// The fields of the forms of cities, their memberships, activities and offices; see <see cref="AgreementForms"/>. Verbs that agreements have too ask for the
/// same.
/// </summary>
internal static class RecordForms
{
    /// <summary>Verbs that begin a record, each with the steps of its form.</summary>
    public static FrozenDictionary<string, string[][]> Begins { get; } = new Dictionary<string, string[][]>(StringComparer.Ordinal)
    {
        ["register"] = [["name", "country", "location.latitude", "location.longitude"]],
        ["plan"] = [["kind", "title", "organiser", "office"], ["days.from", "days.to", "place.name", "international"]],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Verbs of a city.</summary>
    public static IReadOnlyList<string> OfCities { get; } =
    [
        "record-indicator", "assert-claim", "dispute-claim", "resolve-claim", "request-feedback", "answer-feedback", "remind-feedback", "withdraw-feedback",
        "link-activity",
        "rename", "change-status", "merge", "dissolve", "designate-successor",
    ];

    /// <summary>Verbs of an activity.</summary>
    public static IReadOnlyList<string> OfActivities { get; } = ["apply", "reschedule", "hold", "record-result", "cancel", "assert-claim", "resolve-claim"];

    /// <summary>Verbs of an office that its own people use; the others are on its page for administrators.</summary>
    public static IReadOnlyList<string> OfOffices { get; } = ["record-annual-report", "record-annual-plan"];

    /// <summary>The fields of each verb.</summary>
    public static IReadOnlyDictionary<string, string[]> Fields { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["record-annual-report"] = ["year", "sentOn", "document"],
        ["record-annual-plan"] = ["year", "sentOn", "document"],
        ["apply"] = ["appliedOn", "reference"],
        ["reschedule"] = ["days.from", "days.to", "place.name", "ground"],
        ["record-result"] = ["summary", "reportedOn", "reference"],
        ["cancel"] = ["ground"],
        ["rename"] = ["name", "reason"],
        ["change-status"] = ["status", "changedOn", "decision"],
        ["merge"] = ["into", "mergedOn", "decision"],
        ["dissolve"] = ["dissolvedOn", "ground", "decision"],
        ["designate-successor"] = ["successor", "designatedOn", "part", "decision"],
        ["start-application"] = ["occurredOn"],
        ["revise-dossier"] = ["summary", "whole"],
        ["endorse-as-mayor"] = ["mayor"],
        ["reopen"] = ["ground"],
        ["submit-to-national-commission"] = ["reference"],
        ["endorse-nationally"] = ["reference"],
        ["decline-nationally"] = ["ground"],
        ["submit-to-unesco"] = ["reference"],
        ["recognise"] = ["recognisedOn", "source.title", "source.reference"],
        ["decline"] = ["ground"],
        ["submit-report"] = ["submittedOn", "reference"],
        ["accept-report"] = ["acceptedOn", "nextDueOn"],
        ["note-report-overdue"] = ["dueOn"],
        ["record-reminder"] = ["receivedOn", "reference"],
        ["inactivate"] = ["ground"],
        ["reinstate"] = ["ground", "nextDueOn"],
        ["remove"] = ["ground"],
        ["withdraw"] = ["ground"],
        ["transfer"] = ["successor", "transferredOn", "nextDueOn", "reason"],
    };

    /// <summary>Steps of those forms that take more than one.</summary>
    public static IReadOnlyDictionary<string, string[][]> Steps { get; } = new Dictionary<string, string[][]>(StringComparer.Ordinal)
    {
        ["hold"] = [["days.from", "days.to", "place.name"], ["reach[0].value", "reach[0].qualifier", "reach[0].what"]],
        ["assess-criterion"] = [["number", "met", "assessedOn"], ["evidence.title", "evidence.datedOn", "evidence.reference"]],
        ["record-indicator"] = [["name", "qualifier", "value", "unit"], ["asOf", "source.title", "source.reference"]],
    };
}
