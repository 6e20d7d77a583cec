using System.Text.Json;
using CityGrains.Api.Imports.Cells;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Edits;

/// <summary>A row for each agreement: title and dates are corrected, the office is assigned, progress is reported; the rest has verbs of its own.</summary>
/// <param name="countries">What countries are called.</param>
/// <param name="flags">The flags an agreement has today.</param>
internal sealed class AgreementEdits(CountryDirectory countries, Func<Agreement, IEnumerable<FlagKind>> flags) : IEditPlan
{
    private const string BetweenFlags = "; ";

    public string? Together(EditRow row) => null;

    public void Check(Agreement agreement, IReadOnlyList<EditRow> rows)
    {
        foreach (var row in rows) Check(agreement, row);
    }

    public AgreementCommand? First(Agreement agreement, IReadOnlyList<EditRow> rows) => null;

    public AgreementCommand? Next(Agreement agreement, EditRow row) =>
        Correction(agreement, row) ?? (AgreementCommand?)Office(agreement, row) ?? Report(agreement, row);

    public string? FieldOf(string path) => path switch
    {
        "title.vi" => EditField.Title,
        "title.foreign" => EditField.ForeignTitle,
        "source.title" or "source" => EditField.Source,
        "source.reference" => EditField.SourceReference,
        "occurredOn" => EditField.ReportedOn,
        _ => path,
    };

    private void Check(Agreement agreement, EditRow row)
    {
        if (row.Text(EditField.State) is { } written)
        {
            var (state, fault) = Vocabulary.States.Read(written);
            if (fault is not null) row.Fault(EditField.State, "import/bad-cell", fault);
            else if (state != agreement.State) row.Fault(EditField.State, Unchangeable.Code, Unchangeable.State(state));
        }

        if (row.Text(EditField.Kind) is { } kind && (Vocabulary.Kinds.Read(kind) is not { Fault: null, Value: var read } || read != agreement.Kind))
            row.Fault(EditField.Kind, Unchangeable.Code, Unchangeable.Kind);
        Must(row, EditField.Parties, string.Join("; ", agreement.Parties.Select(party => party.Name)), Unchangeable.Parties);
        if (row.Differs(EditField.Countries, Countries(agreement, vietnamese: true))) Must(row, EditField.Countries, Countries(agreement, vietnamese: false), Unchangeable.Parties);
        if (row.Text(EditField.Derived) is { } derived && (Vocabulary.Derived.Read(derived) is not { Fault: null, Value: var shown } || shown != agreement.Progress))
            row.Fault(EditField.Derived, Unchangeable.Code, Unchangeable.Derived);
        Must(row, EditField.DerivedPercent, FormattableString.Invariant($"{agreement.DerivedPercent}"), Unchangeable.Derived);
        CheckFlags(agreement, row);
        foreach (var field in new[] { EditField.Title, EditField.Office, EditField.Percent, EditField.Summary, EditField.SignedOn, EditField.EffectiveOn, EditField.State, EditField.Kind })
        {
            if (row.Erased(field) && Recorded(agreement, field)) row.Fault(field, Unchangeable.Code, Unchangeable.Emptied);
        }
    }

    /// <summary>A cell of flags that says other ones than the agreement has is told of: nothing a person writes there raises or clears one.</summary>
    private void CheckFlags(Agreement agreement, EditRow row)
    {
        var today = string.Join(BetweenFlags, flags(agreement).Select(flag => JsonNamingPolicy.KebabCaseLower.ConvertName(flag.ToString())));
        if (row.Faults.Count == 0 && row.Version == agreement.Version && row.Differs(EditField.Flags, today)) row.PassedOver(EditField.Flags, Unchangeable.Flags(today));
    }

    private string Countries(Agreement agreement, bool vietnamese) => string.Join("; ", agreement.Parties.Select(party => countries.NameOf(party.Country.Key, vietnamese)));

    private static void Must(EditRow row, string field, string recorded, Sentence why)
    {
        if (row.Differs(field, recorded)) row.Fault(field, Unchangeable.Code, why);
    }

    private static bool Recorded(Agreement agreement, string field) => field switch
    {
        EditField.Percent or EditField.Summary => agreement.Declared is not null,
        EditField.SignedOn => agreement.Signing is not null,
        EditField.EffectiveOn => agreement.EffectiveOn is not null,
        _ => true,
    };

    private static CorrectRecord? Correction(Agreement agreement, EditRow row)
    {
        var vi = row.Differs(EditField.Title, agreement.Title.Vi);
        var foreign = row.Differs(EditField.ForeignTitle, agreement.Title.Foreign ?? "");
        var signed = row.Differs(EditField.SignedOn, agreement.Signing?.SignedOn);
        var effective = row.Differs(EditField.EffectiveOn, agreement.EffectiveOn);
        if (!vi && !foreign && !signed && !effective) return null;
        return new CorrectRecord
        {
            Title = vi || foreign ? new AgreementTitle(row.Text(EditField.Title) ?? agreement.Title.Vi, foreign ? row.Text(EditField.ForeignTitle) : agreement.Title.Foreign) : null,
            SignedOn = signed ? row.Date(EditField.SignedOn) : null,
            EffectiveOn = effective ? row.Date(EditField.EffectiveOn) : null,
        };
    }

    private static AssignOffice? Office(Agreement agreement, EditRow row) =>
        row.Differs(EditField.Office, agreement.Office) ? new AssignOffice(row.Text(EditField.Office)!) : null;

    private static ReportProgress? Report(Agreement agreement, EditRow row)
    {
        var declared = agreement.Declared;
        var (percent, summary) = (row.Percent ?? declared?.Percent, row.Text(EditField.Summary) ?? declared?.Summary);
        if (percent == declared?.Percent && EditRow.Same(summary ?? "", declared?.Summary ?? "")) return null;
        return new ReportProgress(percent ?? -1, summary ?? "");
    }
}
