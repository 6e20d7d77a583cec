using System.Text;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Desk;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Rows;

/// <summary>Says which cells of a row the record refuses, in the names of the file's columns.</summary>
internal sealed class RefusedCells(Header header, char separator)
{
    /// <summary>The faults of a row whose agreement, or the city of one of its parties, was refused.</summary>
    /// <param name="verdict">How it ended: neither accepted nor unchanged.</param>
    /// <param name="party">The party whose city it is; null where it is the agreement.</param>
    /// <param name="raw">The row as it stands in the file.</param>
    public RowVerdict Of(Verdict verdict, NamedParty? party, string raw) => new(verdict.Status)
    {
        Faults = verdict.Refusal is not { } refusal ? [new CellFault(null, null, GeneralProblems.Conflict.Code, GeneralProblems.Conflict.Message)]
            : refusal.Fields.Count > 0 ? [.. refusal.Fields.Select(fault => Fault(FieldOf(fault.Field, party), raw, refusal.Code, fault.Message))]
            : [Fault(FieldOf(refusal.Message.En.Split(':')[0], party), raw, refusal.Code, Both(refusal.Message, refusal.Remedy))],
    };

    private CellFault Fault(string? field, string raw, string code, Sentence message) =>
        field is not null && header[field] is { } column ? new CellFault(column.Name, ValueOf(raw, column), code, message)
        : new CellFault(null, null, code, message);

    /// <summary>The paths of the domain in the words of maps: <c>parties[1].name</c> is the name of party 2.</summary>
    private static string? FieldOf(string path, NamedParty? party) => path.Split('.', '[', ']') switch
    {
        ["name"] => party?.Columns.Name,
        ["country", ..] => party?.Columns.Country,
        ["location"] => party?.Columns.Latitude,
        ["title", "vi"] => ImportField.Title,
        ["title", "foreign"] => ImportField.ForeignTitle,
        ["term", ..] => ImportField.Until,
        ["source", "title"] => ImportField.Source,
        ["source", "reference"] => ImportField.SourceReference,
        ["occurredOn"] => ImportField.EffectiveOn,
        ["parties", [>= '0' and <= '3' and var digit], "", "name"] => PartyColumns.All[digit - '0'].Name,
        ["parties", [>= '0' and <= '3' and var digit], "", "type"] => PartyColumns.All[digit - '0'].Type,
        ["parties", [>= '0' and <= '3' and var digit], "", "country", ..] => PartyColumns.All[digit - '0'].Country,
        [var field, ..] => field,
        _ => null,
    };

    private string? ValueOf(string raw, HeaderCell column)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(raw));
        var row = new CsvReader(bytes, separator);
        return row.Read() && column.Index < row.Count ? row[column.Index].Trim() : null;
    }

    private static Sentence Both(Sentence one, Sentence other) => new($"{one.Vi} {other.Vi}", $"{one.En} {other.En}");
}
