using System.Globalization;
using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Offices;

namespace CityGrains.Api.Pages.Admin.Offices;

/// <summary>The forms of offices.</summary>
internal sealed class OfficeForms(Reader reader, TimeProvider time)
{
    /// <summary>Enters an office.</summary>
    public AdminForm Register(IReadOnlyList<Office> all) => Form("register", OfficePages.Root, "offices.register",
        Text("name.vi", "offices.name-vi") with { Required = true }, Text("name.en", "offices.name-en"),
        new AdminField("level", reader["offices.level"]) { Required = true, Choices = Choices<OfficeLevel>("office-level") },
        new AdminField("parent", reader["offices.parent"]) { Choices = [("", "–"), .. all.Select(office => (office.Id, office.Name.Vi))] });

    /// <summary>What the reader may do with one: an administrator everything, others what the office does itself, where it is theirs.</summary>
    /// <param name="office">The office.</param>
    /// <param name="offices">All of them.</param>
    /// <param name="sent">A form as it was sent.</param>
    /// <param name="root">Under which address it is shown.</param>
    /// <param name="isOwn">It is the reader's own.</param>
    public IReadOnlyDictionary<string, AdminForm> Of(OfficeView office, IReadOnlyList<Office> offices, SentForm? sent, string root, bool isOwn)
    {
        var path = $"{root}/{office.Id}";
        var now = office.Policies.LastOrDefault(policy => policy.From is null || policy.From <= reader.Today) ?? office.Policies[0];
        AdminForm[] all =
        [
            Form("rename", $"{path}/rename", "offices.rename", Text("name.vi", "offices.name-vi", office.Name.Vi) with { Required = true },
                Text("name.en", "offices.name-en", office.Name.En), Reason),
            Form("set-policy", $"{path}/set-policy", "policy.set",
                Days("planWithinDays", "policy.plan", now.PlanWithinDays), Days("silentAfterDays", "policy.silent", now.SilentAfterDays),
                Days("expiringWithinDays", "policy.expiring", now.ExpiringWithinDays),
                Days("stalledAfterDays", "policy.stalled", now.StalledAfterDays), new AdminField("from", reader["policy.from"], "date")
                    { Value = Day(reader.Today) }, Reason),
            Form("replace-calendar", $"{path}/replace-calendar", "calendar.replace",
                new AdminField("calendar.year", reader["calendar.year"], "number") { Required = true, Value = $"{reader.Today.Year + 1}" },
                new AdminField("calendar.daysOff", reader["calendar.days-off"], "lines") { Required = true, Hint = reader["calendar.days-off-hint"] },
                new AdminField("calendar.workedDays", reader["calendar.worked"], "lines") { Hint = reader["calendar.worked-hint"] },
                new AdminField("calendar.announced", reader["calendar.announced"]) { Choices = [("true", reader["form.yes"]), ("", reader["form.no"])] },
                Text("calendar.source", "calendar.source") with { Required = true }, Reason),
            Form("add-person", $"{path}/add-person", "people.add",
                Text("function", "people.function") with { Required = true }, new AdminField("role", reader["people.role"])
                    { Required = true, Choices = Choices<OfficeRole>("role") }),
            Form("close", $"{path}/close", "offices.close",
                new AdminField("closedOn", reader["offices.closed-on"], "date") { Required = true, Value = Day(reader.Today) },
                Text("ground", "field.ground") with { Required = true },
                new AdminField("successor", reader["offices.heir"])
                    { Choices = [("", "–"), .. offices.Where(one => one.Id != office.Id && one.Standing is OfficeStanding.Open)
                    .Select(one => (one.Id, one.Name.Vi))] }),
            Form("calendar", $"{path}/calendars", "subscription.make"),
        ];
        return all.Where(form => Open(form.Name)).ToDictionary(form => form.Name, form => form.With(sent), StringComparer.Ordinal);

        bool Open(string form)
        {
            var roles = form == "calendar" ? OwnOffice.Roles : OfficeVerbs.All.First(verb => verb.Name == form).Roles;
            return root == OfficePages.Root || (roles.Length > 1 && (reader.MayAs(Role.Admin) || (isOwn && reader.MayAs(roles))));
        }
    }

    /// <summary>Removes a function.</summary>
    public AdminForm Remove(OfficeView office, OfficePerson person) =>
        Form("remove-person", $"{OfficePages.Root}/{office.Id}/remove-person", "people.remove", new AdminField("person", "", "hidden") { Value = person.Id });

    private AdminField Reason => Text("reason", "offices.reason");

    private AdminForm Form(string name, string action, string button, params IReadOnlyList<AdminField> fields) =>
        new(name, action, reader[button], fields) { Key = $"{Guid.CreateVersion7(time.GetUtcNow()):D}" };

    private AdminField Text(string path, string label, string? value = null) => new(path, reader[label]) { Value = value ?? "" };

    private AdminField Days(string path, string label, int days) =>
        new($"policy.{path}", reader[label], "number") { Required = true, Value = days.ToString(CultureInfo.InvariantCulture) };

    private IReadOnlyList<(string Value, string Label)> Choices<T>(string family) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(one => (Reader.Kebab(one), reader.Name(family, one)))];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
