using System.Collections.Frozen;

namespace CityGrains.Api.Pages.Forms;

/// <summary>Which fields of a command an officer fills in, at most four: what more it could take is taken by the API.</summary>
internal static class AgreementForms
{
    private static readonly FrozenDictionary<string, string[]> Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["open-consultation"] = ["agencies", "dossier", "procedure"],
        ["record-opinion"] = ["agency", "opinion", "receivedOn", "reference"],
        ["escalate"] = ["reference"],
        ["approve-signing"] = ["decisionNumber", "decidedOn", "authority", "signatory"],
        ["reject-signing"] = ["ground"],
        ["abandon"] = ["ground"],
        ["enter-into-effect"] = ["effectiveOn", "term.until", "term.renewsAutomatically"],
        ["adopt-plan"] = ["reference", "commitments[0].description", "commitments[0].owner", "commitments[0].dueOn"],
        ["add-commitment"] = ["commitment.description", "commitment.owner", "commitment.dueOn"],
        ["start-implementation"] = ["evidence.title", "evidence.datedOn", "evidence.reference", "for"],
        ["meet-milestone"] = ["milestone", "metOn", "evidence.title", "evidence.datedOn"],
        ["partially-meet-milestone"] = ["milestone", "assessedOn", "remaining"],
        ["miss-milestone"] = ["milestone", "assessedOn", "ground"],
        ["waive-milestone"] = ["milestone", "waivedOn", "ground"],
        ["reschedule-milestone"] = ["milestone", "dueOn", "ground"],
        ["report-progress"] = ["percent", "summary", "occurredOn"],
        ["attach-evidence"] = ["evidence.title", "evidence.datedOn", "evidence.reference", "for"],
        ["complete"] = ["summary"],
        ["send-copy-to-mofa"] = ["sentOn", "document"],
        ["report-to-prime-minister"] = ["reportedOn", "document"],
        ["notify-change"] = ["change", "notifiedOn", "document"],
        ["publish"] = ["publishedOn", "document", "where"],
        ["record-breach"] = ["breachedOn", "by", "what", "document"],
        ["request-feedback"] = ["question.askedOf", "question.text", "question.askedOn", "question.dueBy"],
        ["answer-feedback"] = ["request", "answer.text", "answer.answeredOn", "answer.document"],
        ["remind-feedback"] = ["request", "remindedOn", "document"],
        ["withdraw-feedback"] = ["request", "withdrawnOn", "ground"],
        ["dispute-claim"] = ["claim", "ground"],
        ["resolve-claim"] = ["fact", "holds", "ground"],
        ["resume"] = ["resumedOn", "decisionNumber", "authority", "change"],
        ["expire"] = ["expiredOn", "reason"],
        ["archive"] = ["location"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The verbs there are forms of.</summary>
    public static IEnumerable<string> Verbs => Fields.Keys;

    /// <summary>The fields of a verb's form; null where there is none.</summary>
    public static IReadOnlyList<string>? Of(string verb) => Fields.GetValueOrDefault(verb);
}
