using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Maps;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Rows;

/// <summary>Reads the parties of a row.</summary>
internal sealed class PartyCells(Header header, Countries countries)
{
    /// <summary>Longest name of a city or country, in characters.</summary>
    private const int LongestName = 200;

    private readonly PartyColumns[] _parties = [.. PartyColumns.All.Where(party => header[party.Name] is not null)];

    /// <summary>The parties that are named; what is wrong with them is noted with the row.</summary>
    public List<NamedParty> Read(SheetRow row, List<RowRemark> remarks)
    {
        var named = new List<NamedParty>(_parties.Length);
        foreach (var columns in _parties)
        {
            if (Read(row, columns, remarks) is { } party) named.Add(party);
        }

        for (var i = 1; i < named.Count; i++) CheckApart(row, named, i);
        return named;
    }

    private NamedParty? Read(SheetRow row, PartyColumns columns, List<RowRemark> remarks)
    {
        var name = row.Text(columns.Name);
        var country = row.Text(columns.Country);
        var type = row.Read(columns.Type, Vocabulary.PartyTypes.Read, (PartyType)(-1));
        var location = Location(row, columns);
        if (name is null) return null;

        Limit(row, columns.Name, name);
        if (country is null || !Limit(row, columns.Country, country)) return Incomplete(row, columns.Country, country);
        if (!Enum.IsDefined(type)) return Incomplete(row, columns.Type, row.Text(columns.Type));

        var resolved = countries.Resolve(country, out var isNews);
        if (isNews) remarks.Add(RowRemarks.CountryUnresolved(row.ColumnOf(columns.Country), country));
        return new NamedParty(columns, name, type, resolved, location);
    }

    private static NamedParty? Incomplete(SheetRow row, string field, string? value)
    {
        if (value is null && !row.IsFaulty(field))
            row.Fault(field, "", "empty", new Sentence("không được để trống khi đã có tên bên này", "must not be empty when the party is named"));
        return null;
    }

    private static bool Limit(SheetRow row, string field, string name)
    {
        if (name.Length <= LongestName) return true;
        row.Fault(field, name, "too-long", new Sentence($"dài quá {LongestName} ký tự", $"is longer than {LongestName} characters"));
        return false;
    }

    private static Coordinates? Location(SheetRow row, PartyColumns columns)
    {
        var latitude = row.Read<double?>(columns.Latitude, text => CoordinateCell.Read(text, 90), null);
        var longitude = row.Read<double?>(columns.Longitude, text => CoordinateCell.Read(text, 180), null);
        return latitude is { } north && longitude is { } east ? new Coordinates(north, east) : null;
    }

    private static void CheckApart(SheetRow row, List<NamedParty> named, int later)
    {
        var party = named[later];
        var same = named.FindIndex(other => other.Name == party.Name && other.Country.Key == party.Country.Key);
        if (same == later) return;
        var first = row.ColumnOf(named[same].Columns.Name);
        row.Fault(party.Columns.Name, party.Name, "party-with-itself", new Sentence(
            $"trùng với {first}: một bên không ký với chính mình", $"is the same as {first}: nobody makes an agreement with itself"));
    }
}

/// <summary>A party as its cells name it.</summary>
/// <param name="Columns">Where it stands.</param>
/// <param name="Name">Its name, NFC.</param>
/// <param name="Type">What sort of body it is.</param>
/// <param name="Country">Its country.</param>
/// <param name="Location">Where it lies; null when not stated.</param>
internal sealed record NamedParty(PartyColumns Columns, string Name, PartyType Type, Country Country, Coordinates? Location);
