using System.Collections.Frozen;
using System.Globalization;

namespace CityGrains.Api.Pages.Forms;

/// <summary>
/// Which fields of a command a person fills in, at most four a step: what more it could take is taken by the API. Those of other records are in <see
/// cref="RecordForms"/>.
/// </summary>
internal static class AgreementForms
{
    /// <summary>Most parties a new agreement is given by form.</summary>
    public const int MostParties = 6;

    /// <summary>The field that says how many parties a new agreement has.</summary>
    public const string PartiesField = "n";

    private static readonly string[] OfParty = ["name", "type", "country", "city"];

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
        ["restrict-disclosure"] = ["restrictedOn", "document", "ground", "until"],
        ["record-breach"] = ["breachedOn", "by", "what", "document"],
        ["request-feedback"] = ["question.askedOf", "question.text", "question.askedOn", "question.dueBy"],
        ["answer-feedback"] = ["request", "answer.text", "answer.answeredOn", "answer.document"],
        ["remind-feedback"] = ["request", "remindedOn", "document"],
        ["withdraw-feedback"] = ["request", "withdrawnOn", "ground"],
        ["assert-claim"] = ["claim.fact", "claim.value", "claim.date", "source.title"],
        ["dispute-claim"] = ["claim", "ground"],
        ["resolve-claim"] = ["fact", "holds", "ground"],
        ["open-change-consultation"] = ["change", "agencies", "dossier", "procedure"],
        ["record-change-opinion"] = ["change", "agency", "opinion", "receivedOn"],
        ["exempt-change"] = ["change", "exemption", "ground"],
        ["approve-change"] = ["change", "decisionNumber", "decidedOn", "authority"],
        ["put-change-into-effect"] = ["change", "effectiveOn"],
        ["drop-change"] = ["change", "ground"],
        ["resume"] = ["resumedOn", "decisionNumber", "authority", "change"],
        ["expire"] = ["expiredOn", "reason", "source.title", "source.reference"],
        ["rename-party"] = ["party", "newName", "renamedOn", "ground"],
        ["notify-partner"] = ["succession", "partner", "notifiedOn", "document"],
        ["assign-office"] = ["office", "reason"],
        ["link-activity"] = ["activity", "delegation"],
        ["archive"] = ["location"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Forms of several steps; which follow may depend on what was said before.</summary>
    private static readonly FrozenDictionary<string, Func<Func<string, string>, string[][]>> Steps = new Dictionary<string, Func<Func<string, string>, string[][]>>(StringComparer.Ordinal)
    {
        ["propose"] = said => [["kind", "title.vi", "office", "proposer"], .. Parties(said), ["title.foreign", "fields", "occurredOn", "source.title"]],
        ["register-legacy"] = said =>
            [["kind", "title.vi", "office", "state"], .. Parties(said), ["signedOn", "effectiveOn", "source.title", "source.reference"]],
        ["sign"] = said => [["signedOn", "signedAt.name", "languages", "text.sha256"], .. Count(said, 2)
            .Select(n => new[] { $"signatories[{n}].name", $"signatories[{n}].role" }).Chunk(2).Select(two => two.SelectMany(one => one).ToArray())],
        ["propose-change"] = said => [["change.kind"], ["change.ground", .. OfChange(said("change.kind"))]],
        ["succeed-party"] = _ => [["party", "successor.name", "successor.type", "successor.country"], ["extent", "part", "succeededOn", "ground"]],
        ["correct"] = _ => [["title.vi", "signedOn", "effectiveOn"], ["reason", "source.title", "source.reference"]],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The verbs there are forms of.</summary>
    public static IEnumerable<string> Verbs => Fields.Keys.Concat(Steps.Keys).Concat(RecordForms.Begins.Keys).Concat(RecordForms.Fields.Keys)
        .Concat(RecordForms.Steps.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>True where there is a form of a verb.</summary>
    public static bool Has(string verb) =>
        Fields.ContainsKey(verb) || Steps.ContainsKey(verb) || RecordForms.Fields.ContainsKey(verb) || RecordForms.Steps.ContainsKey(verb);

    /// <summary>The steps of a verb's form, each with its fields.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="said">What was said in a field so far; empty where nothing was.</param>
    public static IReadOnlyList<string[]> Of(string verb, Func<string, string> said) =>
        Fields.TryGetValue(verb, out var fields) || RecordForms.Fields.TryGetValue(verb, out fields) ? [fields]
        : Steps.TryGetValue(verb, out var steps) ? steps(said)
        : RecordForms.Steps.TryGetValue(verb, out var more) ? more : RecordForms.Begins[verb];

    private static IEnumerable<string[]> Parties(Func<string, string> said) =>
        Count(said, 2).Select(n => OfParty.Select(part => $"parties[{n}].{part}").ToArray());

    private static IEnumerable<string> Count(Func<string, string> said, int least) =>
        Enumerable.Range(
            0, int.TryParse(said(PartiesField), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, least, MostParties) : least)
            .Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static string[] OfChange(string kind) => kind switch
    {
        "amendment" => ["change.provisions[0].provision", "change.provisions[0].text", "change.title.vi"],
        "extension" => ["change.term.until", "change.term.renewsAutomatically"],
        "suspension" => ["change.part", "change.until"],
        "supersession" => ["change.successor"],
        _ => [],
    };
}
