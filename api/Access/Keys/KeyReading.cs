using System.Text.Json;
using CityGrains.Api.Commands;
using CityGrains.Api.Json;
using CityGrains.Api.Json.Shapes;
using CityGrains.Api.Queries;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Access.Keys;

/// <summary>Reads what is asked of keys, and names everything that is wrong with it at once.</summary>
public sealed class KeyReading
{
    private const int LongestName = 100, LongestOffice = 200;

    private readonly JsonSerializerOptions _json;

    /// <summary>With the shapes of its requests.</summary>
    public KeyReading(CountryDirectory countries)
    {
        var converter = new CountryConverter(countries);
        _json = ApiJson.Reading(converter);
        var book = new ShapeBook(_json, converter);
        (New, End) = (book.OfObject(typeof(KeyRequest)), book.OfObject(typeof(KeyEndRequest)));
    }

    /// <summary>What the body that asks for a key must look like.</summary>
    public ObjectShape New { get; }

    /// <summary>What the body that asks for another end must look like.</summary>
    public ObjectShape End { get; }

    /// <summary>A request for a key.</summary>
    public async Task<Reading<KeyRequest>> ReadNew(HttpContext http, DateOnly today)
    {
        var read = await Read<KeyRequest>(http, New);
        if (read.Problem is not null) return read;
        var (asked, faults) = (read.Value, new FieldChecks());
        faults.Text("id", asked.Id, LongestName)
            .Must(asked.Id.All(c => !char.IsControl(c) && c is not ('/' or '\\' or ':' or '%')) && asked.Id == asked.Id.Trim() && asked.Id is not ("." or ".."), "id",
                "không được có '/', '\\', ':', '%' hay khoảng trắng ở đầu, cuối", "must have no '/', '\\', ':' or '%', and no space at its ends")
            .Text("office", asked.Office, LongestOffice)
            .Each("roles", asked.Roles, 1, Role.All.Count, (path, role) => faults.Must(Role.All.Contains(role, StringComparer.Ordinal), path,
                $"phải là một trong: {string.Join(", ", Role.All)}", $"must be one of: {string.Join(", ", Role.All)}"))
            .Must(asked.ValidUntil is not { } day || day >= today, "validUntil", "không được ở quá khứ", "must not lie in the past");
        CheckLastDay(asked.ValidUntil, faults);
        return faults.Faults.Count > 0 ? RefusalProblem.Of(Refusal.Invalid(faults.Faults))
            : asked with { Roles = [.. asked.Roles.Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>A request for another end.</summary>
    public async Task<Reading<KeyEndRequest>> ReadEnd(HttpContext http)
    {
        var read = await Read<KeyEndRequest>(http, End);
        if (read.Problem is not null) return read;
        var faults = new FieldChecks();
        CheckLastDay(read.Value.ValidUntil, faults);
        return faults.Faults.Count > 0 ? RefusalProblem.Of(Refusal.Invalid(faults.Faults)) : read;
    }

    /// <summary>A key ends with the beginning of the day after its last, and the last of all days has none.</summary>
    private static void CheckLastDay(DateOnly? day, FieldChecks faults) => faults.Must(day is null || day < DateOnly.MaxValue, "validUntil",
        "phải trước 9999-12-31; bỏ trống nếu khóa không có ngày cuối", "must be before 9999-12-31; leave it out for a key without a last day");

    private async Task<Reading<T>> Read<T>(HttpContext http, ObjectShape shape)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var body = await JsonBody.Read(http.Request);
        if (body.Problem is { } broken) return broken;

        var faults = new FieldChecks();
        shape.Check(body.Root, "", faults);
        return faults.Faults.Count > 0 ? RefusalProblem.Of(Refusal.Invalid(faults.Faults)) : body.Root.Deserialize<T>(_json)!;
    }
}
