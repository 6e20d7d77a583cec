using CityGrains.Api.Access;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Cities;
using CityGrains.Api.Imports.Maps;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Rows;

/// <summary>Reads rows into agreements, by what the map says of their columns.</summary>
internal sealed class AgreementRows(ImportOrder order, Header header, CityBook cities, CountryDirectory directory)
{
    private static readonly char[] BetweenFields = [';', '|'];

    private readonly PartyCells _parties = new(header, new Countries(directory));
    private readonly string _source = order.Map.Source.Replace("{file}", order.File, StringComparison.Ordinal);

    /// <summary>What the row says; null when it has faults, which are noted with the row.</summary>
    public PlannedAgreement? Read(SheetRow row, List<RowRemark> remarks)
    {
        row.Begin();
        var parties = _parties.Read(row, remarks);
        var kind = row.Read(ImportField.Kind, Vocabulary.Kinds.Read, default);
        var plan = new PlannedAgreement
        {
            Line = row.Line,
            Id = IdOf(row),
            Kind = kind,
            Title = TitleOf(row, kind, parties),
            State = row.Read(ImportField.State, Vocabulary.States.Read, default),
            Office = OfficeOf(row),
            SignedOn = row.Date(ImportField.SignedOn),
            EffectiveOn = row.Date(ImportField.EffectiveOn),
            Until = row.Date(ImportField.Until),
            Fields = row.Text(ImportField.Fields)?.Split(BetweenFields, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
            Source = SourceOf(row),
            Parties = row.Faults.Count > 0 ? [] : Book(row, parties, remarks),
        };
        if (row.Faults.Count > 0) return null;
        return plan.Id is not null || order.Map.Identity is ImportIdentity.Cities ? plan : plan with { Id = AgreementId.Of(plan) };
    }

    private PlannedParty[] Book(SheetRow row, List<NamedParty> parties, List<RowRemark> remarks)
    {
        var planned = new PlannedParty[parties.Count];
        for (var i = 0; i < planned.Length; i++) planned[i] = Book(row, parties[i], remarks);
        return planned;
    }

    private PlannedParty Book(SheetRow row, NamedParty party, List<RowRemark> remarks)
    {
        if (party.Type is not PartyType.City) return new PlannedParty(party, null);
        var city = cities.Name(party.Name, party.Country);
        foreach (var other in cities.Mention(city)) remarks.Add(RowRemarks.PossibleDuplicate(row.ColumnOf(party.Columns.Name), city, other));
        return new PlannedParty(party, city);
    }

    private static AgreementTitle TitleOf(SheetRow row, AgreementKind kind, List<NamedParty> parties)
    {
        var title = row.Text(ImportField.Title);
        if (title is null && kind is AgreementKind.SisterCity)
            return parties is [var one, var other] ? new($"Kết nghĩa {one.Name} – {other.Name}", $"{one.Name} – {other.Name} sister cities") : new("");
        if (title is null && !row.IsFaulty(ImportField.Title))
            row.Fault(ImportField.Title, "", "empty", new Sentence("không được để trống", "must not be empty"));
        return new(title ?? "", row.Text(ImportField.ForeignTitle));
    }

    private static string? IdOf(SheetRow row)
    {
        var id = row.Text(ImportField.Id)?.ToLowerInvariant();
        if (id is null || RecordId.IsValid(id)) return id;
        row.Fault(ImportField.Id, id, "bad-cell", new Sentence(
            "không hợp lệ; dùng chữ không dấu, chữ số và gạch nối, như agr-2024-000123",
            "is not valid; use letters a to z, digits and hyphens, as agr-2024-000123"));
        return null;
    }

    private string OfficeOf(SheetRow row)
    {
        var office = row.Text(ImportField.Office) ?? order.Caller.Office;
        if (office != order.Caller.Office && !order.Caller.Roles.Contains(Role.Admin, StringComparer.Ordinal))
        {
            row.Fault(ImportField.Office, office, "other-office", new Sentence(
                $"không phải cơ quan của người nhập ({order.Caller.Office}); nhập bằng khóa của cơ quan đó, hoặc để trống",
                $"is not the office of the one who imports ({order.Caller.Office}); import it with a key of that office, or leave it empty"));
        }

        return office;
    }

    private SourceDocument SourceOf(SheetRow row)
    {
        var line = FormattableString.Invariant($"line {row.Line}");
        var reference = row.Text(ImportField.SourceReference);
        return row.Text(ImportField.Source) is { } source ? new SourceDocument(source, reference ?? $"{order.File}, {line}")
            : new SourceDocument(_source, reference is null ? line : $"{reference}; {line}");
    }
}
