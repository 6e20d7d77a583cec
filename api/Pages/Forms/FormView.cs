using System.Text.RegularExpressions;
using CityGrains.Api.Commands;
using CityGrains.Api.Pages.Parts;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;

namespace CityGrains.Api.Pages.Forms;

/// <summary>A form of a verb, as it is filled in.</summary>
/// <param name="Agreement">What it is about; null where it begins one.</param>
/// <param name="Verb">What it records.</param>
/// <param name="Steps">Its fields, step by step.</param>
/// <param name="Step">The step that is shown, from 0.</param>
/// <param name="Values">What they hold, by path.</param>
/// <param name="Key">Names the command: sent twice, it is recorded once.</param>
/// <param name="Back">Where to go on.</param>
/// <param name="Problem">Why it was not recorded; null at first.</param>
public sealed partial record FormView(
    AgreementView? Agreement, Verb Verb, IReadOnlyList<IReadOnlyList<FormField>> Steps, int Step, IReadOnlyDictionary<string, string> Values, string Key,
    string Back,
    Problem? Problem)
{
    /// <summary>What a field offers that is looked up: cities of a name. Fields that look up and found nothing are not shown.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<(string Value, string Label)>> Found { get; init; } = new Dictionary<string, IReadOnlyList<(string,
        string)>>(StringComparer.Ordinal);

    /// <summary>Names to choose from while writing, by the last word of the field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The record it is about where that is no agreement; null otherwise.</summary>
    public FormRecord? Record { get; init; }

    /// <summary>It begins a record.</summary>
    public bool Begins => Agreement is null && Record is null;

    /// <summary>Where it is sent.</summary>
    public string Action =>
        Agreement is { } it ? $"/agreements/{it.Id}/{Verb.Name}" : Record is { } other ? $"{other.Path}/{Verb.Name}" : NewForms.PathOf(Verb);

    /// <summary>The fields of the step.</summary>
    public IEnumerable<FormField> Fields => Steps[Step].Where(one => !IsLookedUp(one) || Found.ContainsKey(one.Path));

    /// <summary>Nothing comes after the step.</summary>
    public bool IsLast => Step == Steps.Count - 1;

    /// <summary>A party can be added after the step.</summary>
    public bool TakesParty => Steps[Step][0] is { Place: { } place } first && first.Path.StartsWith("parties", StringComparison.Ordinal) && place >= 1
        && place < AgreementForms.MostParties - 1 && !(Step + 1 < Steps.Count && Steps[Step + 1][0].Place is not null);

    /// <summary>What the other steps hold, carried along.</summary>
    public IEnumerable<(string Path, string Value)> Carried =>
        Values.Where(value => value.Value.Length > 0 && Fields.All(one => one.Path != value.Key)).Select(value => (value.Key, value.Value));

    /// <summary>What is wrong with a field, with those of its parts.</summary>
    public IEnumerable<FieldFault> FaultsOf(FormField field) => Problem?.Errors.Where(fault => Concerns(fault, field)) ?? [];

    /// <summary>True when a fault is of a field, or of an item of it.</summary>
    public static bool Concerns(FieldFault fault, FormField field) =>
        fault.Field == field.Path || (fault.Field.StartsWith(field.Path, StringComparison.Ordinal) && fault.Field[field.Path.Length] is '[' or '.');

    /// <summary>A fault in the words of the form: its label where the API names the field.</summary>
    public string Say(Reader reader, FieldFault fault)
    {
        var rest = reader.Say(fault.Predicate ?? fault.Message);
        var field = Steps.SelectMany(step => step).FirstOrDefault(field => Concerns(fault, field));
        var path = field?.Path ?? fault.Field;
        if (field is { IsDate: true } && ValueOf(field) is { Length: > 0 } typed && !DateOfRecord.TryParse(WrittenDay.ToIso(typed), out _))
            rest = reader[field.IsLoose ? "form.not-a-date" : "form.not-a-day"];
        return Wording.All.ContainsKey(KeyOf(Verb.Name, path)) ? $"{LabelOf(reader, path)}: {Say(reader, rest)}" : reader.Say(fault.Message);
    }

    /// <summary>A sentence in the words of the form: the label of each field the API names in it.</summary>
    public static string Say(Reader reader, string sentence) => Camel().Replace(ForPrograms().Replace(sentence, "."), name =>
        Wording.All.ContainsKey($"field.{FormField.NameOf(name.Value)}") ? $"“{reader[$"field.{FormField.NameOf(name.Value)}"]}”" : name.Value);

    /// <summary>The key of a field's label: what its name means in the form of a verb, where that is not what it means in all.</summary>
    internal static string KeyOf(string verb, string path)
    {
        var own = $"field.{verb}.{FormField.NameOf(path)}";
        return Wording.All.ContainsKey(own) ? own : $"field.{FormField.NameOf(path)}";
    }

    /// <summary>What people call a field.</summary>
    public string LabelOf(Reader reader, string path)
    {
        var label = reader[KeyOf(Verb.Name, path)];
        var (name, place) = FormField.PartOf(path.Split('.')[0]);
        return place is not { } n ? label
            : name == "signatories" && Agreement is { } it && n < it.Parties.Count ? $"{label} – {it.Parties[n].Name}"
            : name == "parties" ? reader["form.of-party", label, n + 1] : label;
    }

    /// <summary>What a field holds.</summary>
    public string ValueOf(FormField field) => Values.GetValueOrDefault(field.Path, "");

    /// <summary>What an agreement offers to choose from in a field; null where anything can be written.</summary>
    public IReadOnlyList<(string Value, string Label)>? ChoicesOf(Reader reader, FormField field) =>
        Found.GetValueOrDefault(field.Path)
        ?? (Agreement is { } it ? ChoicesOf(reader, it, field.Path) : Record is { } other ? ChoicesOf(reader, other, field.Path) : null);

    /// <summary>A field that is filled by what a search finds.</summary>
    public static bool IsLookedUp(FormField field) =>
        field.Path.StartsWith("parties[", StringComparison.Ordinal) && field.Path.EndsWith("].city", StringComparison.Ordinal);

    private IReadOnlyList<(string Value, string Label)>? ChoicesOf(Reader reader, AgreementView it, string path) => path switch
    {
        "milestone" =>
            [.. Milestones(it).Where(step => step.Status is MilestoneStatus.Open or MilestoneStatus.PartiallyMet).Select(step => (step.Id, step.Description))],
        "for" => [("", "–"), .. it.Commitments.Select(one => (one.Id, one.Description)), .. Milestones(it).Select(step => (step.Id, step.Description))],
        "request" => Open(it.Requests),
        "agency" when Verb.Name == "record-opinion" && it.Consultation is { Missing.Count: > 0 } asked => [.. asked.Missing.Select(agency => (agency, agency))],
        "agency" when it.Changes.SelectMany(change => change.Consultation?.Missing ?? []).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } missing =>
            [.. missing.Select(agency => (agency, agency))],
        "claim" => Claimed(it.Claims),
        "holds" => [.. Claimed(it.Claims.Where(IsAsked)), ("", "–")],
        "fact" => Facts(reader, it.Claims, []),
        "claim.fact" => Facts(reader, it.Claims, ClaimedFacts.OfAgreements),
        "change" when Verb.Name != "notify-change" && it.Changes.Count > 0 =>
            [.. (Verb.Name == "resume" ? [("", "–")] : Array.Empty<(string, string)>()),
                .. it.Changes.Select(change => (change.Id, $"{reader.Name("change", change.Kind)}: {change.Ground}"))],
        "party" or "partner" => [.. it.Parties.Select(party => (party.Name, party.Name))],
        "succession" => [.. it.Successions.Select(one => (one.Id, $"{one.From.Name} → {one.Successor.Name}"))],
        _ => null,
    };

    private IReadOnlyList<(string Value, string Label)>? ChoicesOf(Reader reader, FormRecord it, string path) => path switch
    {
        "request" => Open(it.Requests),
        "claim" => Claimed(it.Claims),
        "holds" => [.. Claimed(it.Claims.Where(IsAsked)), ("", "–")],
        "fact" => Facts(reader, it.Claims, []),
        "claim.fact" when it.Facts.Count + it.Claims.Count > 0 => Facts(reader, it.Claims, it.Facts),
        "successor" when it.Successors.Count > 0 && it.Network is not null => it.Successors,
        _ => null,
    };

    private static IReadOnlyList<(string Value, string Label)> Open(IEnumerable<FeedbackRequest> requests) =>
        [.. requests.Where(one => one.Standing is RequestStanding.Open).Select(one => (one.Id, $"{one.Question.AskedOf}: {one.Question.Text}"))];

    /// <summary>What is decided on is one fact: where the form was opened for it, only its claims can hold.</summary>
    private bool IsAsked(ClaimedFact fact) => Values.GetValueOrDefault("fact") is not { Length: > 0 } asked || asked == fact.Fact;

    private static IReadOnlyList<(string Value, string Label)> Claimed(IEnumerable<ClaimedFact> facts) =>
        [.. facts.SelectMany(fact => fact.Claims).Select(claim => (claim.Id, $"{claim.Value.Text} ({claim.Source.Title})"))];

    private static IReadOnlyList<(string Value, string Label)> Facts(Reader reader, IEnumerable<ClaimedFact> claimed, IEnumerable<string> known) =>
        [.. known.Union(claimed.Select(fact => fact.Fact), StringComparer.Ordinal).Select(fact => (fact, ClaimedFacts.Name(reader, fact)))];

    private static IEnumerable<MilestoneView> Milestones(AgreementView it) => it.Commitments.SelectMany(commitment => commitment.Milestones);

    /// <summary>What only a body can say: <c>or {"written": "…"} to keep the name as written</c>.</summary>
    [GeneratedRegex(@",? (hoặc|or) \{.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForPrograms();

    [GeneratedRegex(@"\b[a-z]+[A-Z]\w*\b", RegexOptions.None, 1000)]
    private static partial Regex Camel();
}
