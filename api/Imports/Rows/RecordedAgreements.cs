using System.Text.Json;
using CityGrains.Domain.Agreements;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Imports.Rows;

/// <summary>The agreements that are in the record.</summary>
internal sealed class RecordedAgreements(IRows rows)
{
    /// <summary>True when the agreement of that id is of the same kind and cities, in whatever order and however their countries are written.</summary>
    public async Task<bool> IsOf(string id, RegisterLegacyAgreement command)
    {
        if (await rows.Find(new StreamId(StreamKind.Agreement, id)) is not { } row) return false;
        var known = JsonSerializer.Deserialize(row.Body, JournalJson.Default.Agreement)!;
        return known.Kind == command.Kind && known.Parties.Select(party => party.City).Order(StringComparer.Ordinal).SequenceEqual(
            command.Parties.Select(party => party.City).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
