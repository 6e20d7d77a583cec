using CityGrains.Api.Commands;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Requests;

namespace CityGrains.Api.Pages.Forms;

/// <summary>A form of a verb, as it is filled in.</summary>
/// <param name="Agreement">What it is about.</param>
/// <param name="Verb">What it records.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Values">What they hold, by path.</param>
/// <param name="Key">Names the command: sent twice, it is recorded once.</param>
/// <param name="Back">Where to go on.</param>
/// <param name="Problem">Why it was not recorded; null at first.</param>
public sealed record FormView(
    AgreementView Agreement, Verb Verb, IReadOnlyList<FormField> Fields, IReadOnlyDictionary<string, string> Values, string Key, string Back, Problem? Problem)
{
    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<Domain.Record.FieldFault> FaultsOf(FormField field) => Problem?.Errors.Where(fault => fault.Field == field.Path) ?? [];

    /// <summary>What a field holds.</summary>
    public string ValueOf(FormField field) => Values.GetValueOrDefault(field.Path, "");

    /// <summary>What an agreement offers to choose from in a field; null where anything can be written.</summary>
    public IReadOnlyList<(string Value, string Label)>? ChoicesOf(FormField field) => field.Path switch
    {
        "milestone" => [.. Steps.Where(step => step.Status is MilestoneStatus.Open or MilestoneStatus.PartiallyMet).Select(step => (step.Id, step.Description))],
        "for" => [("", "–"), .. Agreement.Commitments.Select(one => (one.Id, one.Description)), .. Steps.Select(step => (step.Id, step.Description))],
        "request" => [.. Agreement.Requests.Where(one => one.Standing is RequestStanding.Open).Select(one => (one.Id, $"{one.Question.AskedOf}: {one.Question.Text}"))],
        "agency" when Agreement.Consultation is { Missing.Count: > 0 } asked => [.. asked.Missing.Select(agency => (agency, agency))],
        "claim" or "holds" => [.. Agreement.Claims.SelectMany(fact => fact.Claims).Select(claim => (claim.Id, $"{claim.Value.Text} ({claim.Source.Title})"))],
        "fact" => [.. Agreement.Claims.Select(fact => (fact.Fact, fact.Fact))],
        _ => null,
    };

    private IEnumerable<MilestoneView> Steps => Agreement.Commitments.SelectMany(commitment => commitment.Milestones);
}
