using CityGrains.Api.Imports.Cells;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Edits;

/// <summary>A row for each city: it is renamed, and gets another administrative standing; where it lies stays as it was registered.</summary>
/// <param name="countries">What countries are called.</param>
internal sealed class CityEdits(CountryDirectory countries) : IEditPlan<City, CityCommand>
{
    /// <summary>Degrees that no spreadsheet tells apart: a tenth of a metre.</summary>
    private const double Alike = 1e-6;

    public void Check(City city, EditRow row)
    {
        var country = city.Country!;
        row.MustStay(city.Status is null ? [EditField.Name] : [EditField.Name, EditField.Standing]);
        row.Must(EditField.CountryCode, country.Code ?? "", Unchangeable.Registered);
        var (vi, en) = (countries.NameOf(country.Key, vietnamese: true), countries.NameOf(country.Key, vietnamese: false));
        row.Must(EditField.Country, !row.Differs(EditField.Country, vi, en), Unchangeable.Registered);
        row.Must(EditField.Latitude, Lies(row, EditField.Latitude, 90, city.Location?.Latitude), Unchangeable.Registered);
        row.Must(EditField.Longitude, Lies(row, EditField.Longitude, 180, city.Location?.Longitude), Unchangeable.Registered);
    }

    public EditStep<CityCommand>? Next(City city, EditRow row)
    {
        var (on, why) = (row.Date(EditField.ChangedOn), row.Text(EditField.Reason));
        if (row.Differs(EditField.Name, city.Name)) return new(new RenameCity(row.Text(EditField.Name)!)) { Field = EditField.Name, On = on, Reason = why };
        if (!row.Differs(EditField.Standing, city.Status ?? "")) return null;
        return new(new ChangeCityStatus(row.Text(EditField.Standing)!, on ?? DateOfRecord.Unknown) { Decision = row.Text(EditField.Decision) })
        {
            Field = EditField.Standing,
            Reason = why,
        };
    }

    public string? FieldOf(string path) => path switch
    {
        "status" => EditField.Standing,
        "occurredOn" => EditField.ChangedOn,
        _ => path,
    };

    private static bool Lies(EditRow row, string field, int most, double? recorded) =>
        row.Text(field) is not { } text ? !row.Erased(field) || recorded is null
        : CoordinateCell.Read(text, most) is { Fault: null, Degrees: var degrees } && recorded is { } there && Math.Abs(degrees - there) < Alike;
}
