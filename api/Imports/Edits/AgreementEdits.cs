using System.Text.Json;
using CityGrains.Api.Imports.Cells;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Geography;

namespace CityGrains.Api.Imports.Edits;

/// <summary>A row for each agreement: title and dates are corrected, the office is assigned, progress is reported; the rest has verbs of its own.</summary>
/// <param name="countries">What countries are called.</param>
/// <param name="flags">The flags an agreement has today.</param>
internal sealed class AgreementEdits(CountryDirectory countries, Func<Agreement, IEnumerable<FlagKind>> flags) : IEditPlan<Agreement, AgreementCommand>
{
    private const string BetweenFlags = "; ";

    public EditStep<AgreementCommand>? Next(Agreement agreement, EditRow row) => Correction(agreement, row) ?? Office(agreement, row) ?? Report(agreement, row);

    public string? FieldOf(string path) => path switch
    {
        "title.vi" => EditField.Title,
        "title.foreign" => EditField.ForeignTitle,
        "occurredOn" => EditField.ReportedOn,
        _ => path,
    };

    public void Check(Agreement agreement, EditRow row)
    {
        var state = row.Word(EditField.State, Vocabulary.States, agreement.State);
        row.Must(EditField.State, state == agreement.State, Unchangeable.State(state));
        row.Must(EditField.Kind, Vocabulary.Kinds, agreement.Kind, Unchangeable.Kind);
        row.Must(EditField.Parties, string.Join("; ", agreement.Parties.Select(party => party.Name)), Unchangeable.Parties);
        var (vi, en) = (Countries(agreement, vietnamese: true), Countries(agreement, vietnamese: false));
        row.Must(EditField.Countries, !row.Differs(EditField.Countries, vi, en), Unchangeable.Parties);
        row.Must(EditField.Derived, Vocabulary.Derived, agreement.Progress, Unchangeable.Derived);
        row.Must(EditField.DerivedPercent, FormattableString.Invariant($"{agreement.DerivedPercent}"), Unchangeable.Derived);
        var raised = flags(agreement).Select(flag => JsonNamingPolicy.KebabCaseLower.ConvertName(flag.ToString()));
        if (row.Version == agreement.Version) row.Derived(EditField.Flags, string.Join(BetweenFlags, raised));
        row.MustStay(Kept.Where(field => Recorded(agreement, field)));
    }

    private static IReadOnlyList<string> Kept { get; } =
        [EditField.Title, EditField.Office, EditField.Percent, EditField.Summary, EditField.SignedOn, EditField.EffectiveOn, EditField.State, EditField.Kind];

    private string Countries(Agreement agreement, bool vietnamese) =>
        string.Join("; ", agreement.Parties.Select(party => countries.NameOf(party.Country.Key, vietnamese)));

    private static bool Recorded(Agreement agreement, string field) => field switch
    {
        EditField.Percent or EditField.Summary => agreement.Declared is not null,
        EditField.SignedOn => agreement.Signing is not null,
        EditField.EffectiveOn => agreement.EffectiveOn is not null,
        _ => true,
    };

    private static EditStep<AgreementCommand>? Correction(Agreement agreement, EditRow row)
    {
        var vi = row.Differs(EditField.Title, agreement.Title.Vi);
        var foreign = row.Differs(EditField.ForeignTitle, agreement.Title.Foreign ?? "");
        var signed = row.Differs(EditField.SignedOn, agreement.Signing?.SignedOn);
        var effective = row.Differs(EditField.EffectiveOn, agreement.EffectiveOn);
        var edited = new[] { (vi, EditField.Title), (foreign, EditField.ForeignTitle), (signed, EditField.SignedOn), (effective, EditField.EffectiveOn) }
            .Where(cell => cell.Item1).Select(cell => cell.Item2).ToList();
        if (edited.Count == 0) return null;
        return new EditStep<AgreementCommand>(new CorrectRecord
        {
            Title = vi || foreign
                ? new AgreementTitle(row.Text(EditField.Title) ?? agreement.Title.Vi, foreign ? row.Text(EditField.ForeignTitle) : agreement.Title.Foreign)
                : null,
            SignedOn = signed ? row.Date(EditField.SignedOn) : null,
            EffectiveOn = effective ? row.Date(EditField.EffectiveOn) : null,
        })
        {
            Field = edited is [var only] ? only : null,
            Reason = row.Text(EditField.Reason),
        };
    }

    private static EditStep<AgreementCommand>? Office(Agreement agreement, EditRow row) =>
        row.Differs(EditField.Office, agreement.Office)
            ? new(new AssignOffice(row.Text(EditField.Office)!)) { Field = EditField.Office, Reason = row.Text(EditField.Reason) } : null;

    private static EditStep<AgreementCommand>? Report(Agreement agreement, EditRow row)
    {
        var declared = agreement.Declared;
        var (percent, summary) = (row.Percent ?? declared?.Percent, row.Text(EditField.Summary) ?? declared?.Summary);
        if (percent == declared?.Percent && EditRow.Same(summary ?? "", declared?.Summary ?? "")) return null;
        return new(new ReportProgress(percent ?? -1, summary ?? ""))
        {
            Field = percent != declared?.Percent ? EditField.Percent : EditField.Summary,
            On = row.Date(EditField.ReportedOn),
            Once = true,
        };
    }
}
