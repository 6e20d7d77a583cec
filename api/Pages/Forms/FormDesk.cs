using System.Globalization;
using System.Security.Cryptography;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Commands;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Parts;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.Forms;

/// <summary>
/// Shows forms step by step, and takes them in. What was said in other steps comes along in the form itself: nothing is kept between requests.
/// </summary>
internal sealed class FormDesk(
    AgreementQueries agreements, OtherRecords records, CommandBodies bodies, CommandEndpoints commands, ProposeEndpoint propose, NewForms begin,
    IJournal journal,
    Reader reader, TimeProvider time)
{
    private const string Back = "back", StepField = "step", Act = "act", MoreParties = "more", Return = "return";

    /// <summary>Verbs whose dates are often known to the month or year only.</summary>
    private static readonly string[] Approximate = ["plan", "reschedule", "record-indicator", "start-application"];

    /// <summary>An empty form: the day is today's, and what the address says is filled in.</summary>
    public async Task<IResult> Open(HttpContext http, Verb verb, FormTarget target)
    {
        var (agreement, record, problem) = await Find(target, http.RequestAborted);
        if (problem is not null) return ProblemPages.Of(problem);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        if (agreement is not null) said[AgreementForms.PartiesField] = agreement.Parties.Count.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, given) in http.Request.Query.Where(one => one.Key is not Back)) said[name] = given.ToString();
        var steps = StepsOf(verb, said);
        await Fill(steps.SelectMany(step => step), said, http.RequestAborted);
        var first = verb.Name == "propose-change" && said["change.kind"].Length > 0 ? 1 : 0; // which change is said by what was opened
        return await Show(agreement, record, verb, steps, first, said, LocalPath.Of(http.Request.Query[Back]), problem: null, http.RequestAborted);
    }

    /// <summary>A step that was filled in: the next is shown, and after the last it is recorded. Where it is refused nothing that was typed is lost.</summary>
    public async Task<IResult> Take(HttpContext http, Verb verb, FormTarget target)
    {
        var cancel = http.RequestAborted;
        var (agreement, record, problem) = await Find(target, cancel);
        if (problem is not null) return ProblemPages.Of(problem);
        var form = await http.Request.ReadFormAsync(cancel);
        var said = form.Where(one => one.Key is not (FormTokens.Field or FormRequest.Key or Back or StepField or Act))
            .ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);
        foreach (var file in form.Files.Where(file => file.Length > 0)) said[file.Name] = await PrintOf(file, cancel);
        if (agreement is not null) said[AgreementForms.PartiesField] = agreement.Parties.Count.ToString(CultureInfo.InvariantCulture);

        var (act, back) = (form[Act].ToString(), LocalPath.Of(form[Back]));
        var step = int.TryParse(form[StepField], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        if (act == MoreParties) said[AgreementForms.PartiesField] = (step + 1).ToString(CultureInfo.InvariantCulture);
        var steps = StepsOf(verb, said);
        step = Math.Clamp(step, 0, steps.Count - 1);
        if (act == Return) return await Show(agreement, record, verb, steps, Math.Max(0, step - 1), said, back, problem: null, cancel);
        if (await AsksWhichCity(steps[step], form, said, cancel)) return await Show(agreement, record, verb, steps, step, said, back, problem: null, cancel);
        if (step + 1 < steps.Count)
        {
            await Fill(steps[step + 1], said, cancel);
            return await Show(agreement, record, verb, steps, step + 1, said, back, problem: null, cancel);
        }

        return await Record(http, agreement, record, verb, steps, said, form[FormRequest.Key], back);
    }

    /// <summary>What fields hold before anybody says anything.</summary>
    private async Task Fill(IEnumerable<FormField> fields, Dictionary<string, string> said, CancellationToken cancel)
    {
        foreach (var field in fields.Where(field => !said.ContainsKey(field.Path) && !FormView.IsLookedUp(field)))
            said[field.Path] = field.IsToday ? $"{reader.Today:yyyy-MM-dd}" : await begin.Before(field.Path, cancel);
    }

    private async Task<IResult> Record(
        HttpContext http, AgreementView? agreement, FormRecord? record, Verb verb, IReadOnlyList<IReadOnlyList<FormField>> steps, Dictionary<string,
        string> said,
        string? key, string back)
    {
        var all = steps.SelectMany(step => step).ToList();
        var body = FormBody.Of(agreement is null ? all : [.. all, .. Signed(all)], Signing(agreement, all, said));
        FormRequest.Become(http.Request, body, key);
        var answer = record is not null ? await records.Execute(http, verb, record)
            : verb == NewForms.Propose ? await propose.Execute(http)
            : NewForms.SubjectOf(verb) is var subject && subject != Subject.Agreement ? await records.Begin(http, subject)
            : await commands.Execute(http, Subject.Agreement, verb, agreement?.Id ?? NewForms.IdOf(path => said.GetValueOrDefault(path, "")));
        if (answer is Problem refused)
        {
            var first = steps.Select((step, i) => (step, i))
                .FirstOrDefault(one => refused.Errors.Any(fault => one.step.Any(field => FormView.Concerns(fault, field))), (step: [], i: steps.Count - 1)).i;
            return await Show(agreement, record, verb, steps, first, said, back, refused, http.RequestAborted);
        }

        var began = agreement is null && record is null ? ((CommandAnswer)answer).Id : null;
        var id = agreement?.Id ?? record?.Id ?? began!;
        var stream = record?.Stream ?? new StreamId(agreement is null ? NewForms.KindOf(verb) : StreamKind.Agreement, id);
        var onward = back == LocalPath.Home ? Records.Link(stream.ToString()) ?? back : back;
        return new SeeOther(RecordedNow.After(onward, stream, await VersionOf(stream, http.RequestAborted)));
    }

    /// <summary>How many events a record has that was just written.</summary>
    private async ValueTask<long> VersionOf(StreamId stream, CancellationToken cancel) => (await journal.ReadHead(stream, cancel))!.Version;

    /// <summary>For whom each signs: the party of the same place.</summary>
    private static IEnumerable<FormField> Signed(IEnumerable<FormField> fields) =>
        fields.Where(field => field.Path.StartsWith("signatories", StringComparison.Ordinal) && field.Path.EndsWith(".name", StringComparison.Ordinal))
            .Select(field => field with { Path = $"signatories[{field.Place}].for" });

    private static Dictionary<string, string> Signing(AgreementView? agreement, IEnumerable<FormField> fields, Dictionary<string, string> said) =>
        new(
            said.Concat(agreement is null ? [] : Signed(fields).Where(field => field.Place < agreement.Parties.Count)
                .Select(field => KeyValuePair.Create(field.Path, agreement.Parties[field.Place!.Value].Name))),
            StringComparer.Ordinal);

    /// <summary>A party that is a city may be one of the record: the person says which, before it goes on.</summary>
    private async ValueTask<bool> AsksWhichCity(IReadOnlyList<FormField> step, IFormCollection form, Dictionary<string, string> said,
        CancellationToken cancel) =>
        step.FirstOrDefault(FormView.IsLookedUp) is { } field && !form.ContainsKey(field.Path)
        && (await begin.Found(field.Path[..field.Path.LastIndexOf('.')], path => said.GetValueOrDefault(path, ""), cancel)).Count > 0;

    private async Task<IResult> Show(
        AgreementView? agreement, FormRecord? record, Verb verb, IReadOnlyList<IReadOnlyList<FormField>> steps, int step, Dictionary<string, string> said,
        string back,
        Problem? problem, CancellationToken cancel)
    {
        var found = new Dictionary<string, IReadOnlyList<(string, string)>>(StringComparer.Ordinal);
        foreach (var field in steps[step].Where(FormView.IsLookedUp))
        {
            var party = field.Path[..field.Path.LastIndexOf('.')];
            if (await begin.Found(party, path => said.GetValueOrDefault(path, ""), cancel) is { Count: > 0 } cities) found[field.Path] = cities;
        }

        var names = steps[step].Any(field => field.Path.EndsWith("country", StringComparison.Ordinal) || field.Path == "office") ? await begin.Names(cancel)
            : [];
        var onward = back != LocalPath.Home ? back : agreement is not null ? $"/agreements/{agreement.Id}" : record?.Page ?? back;
        var view = new FormView(agreement, verb, steps, step, said, $"{Guid.CreateVersion7(time.GetUtcNow()):D}", onward, problem)
        {
            Record = record,
            Found = found,
            Names = names,
        };
        return Page.Of<FormPage, FormView>(view, problem?.Status ?? StatusCodes.Status200OK);
    }

    private IReadOnlyList<IReadOnlyList<FormField>> StepsOf(Verb verb, Dictionary<string, string> said)
    {
        var shape = bodies.ShapeOf(verb, takesId: false);
        var isLoose = verb == NewForms.Legacy || Approximate.Contains(verb.Name, StringComparer.Ordinal);
        return [.. AgreementForms.Of(verb.Name, path => said.GetValueOrDefault(path, ""))
            .Select(step => (IReadOnlyList<FormField>)[.. step.Select(path => FormField.Of(shape, path))
                .Select(field => field with { IsLoose = field.IsDay && isLoose })])];
    }

    private async ValueTask<(AgreementView? Agreement, FormRecord? Record, Problem? Problem)> Find(FormTarget target, CancellationToken cancel)
    {
        if (target.Id is not { } id) return (null, null, null);
        if (target.Subject != Subject.Agreement)
        {
            var record = await records.Find(target.Subject, id, target.Network, cancel);
            return record.Problem is { } none ? (null, null, none) : (null, record.Value, null);
        }

        var agreement = await agreements.Find(id, cancel);
        return agreement.Problem is { } problem ? (null, null, problem) : (agreement.Value, null, null);
    }

    private static async Task<string> PrintOf(IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }
}
