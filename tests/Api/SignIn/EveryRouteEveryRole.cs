using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Caller = CityGrains.Api.Tests.Hosting.Caller;

namespace CityGrains.Api.Tests.SignIn;

/// <summary>Every operation of the API's document, asked by every role, about a record of the own office and of another's.</summary>
public sealed partial class EveryRouteEveryRole(ApiServer server) : IClassFixture<ApiServer>, IDisposable
{
    private const string Own = "Sở Ngoại vụ Sơn La", Other = "Sở Ngoại vụ Nghệ An";

    /// <summary>Subjects whose records belong to an office, and which of their operations look at it.</summary>
    private static readonly string[] OfOffices = ["/api/v1/agreements/{id}/", "/api/v1/activities/{id}/", "/api/v1/offices/{id}/"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Opens_to_the_roles_it_declares_and_to_no_other_and_a_record_to_its_own_office_only()
    {
        var records = await Records();
        var operations = await Operations();
        var wrong = new List<string>();
        foreach (var role in Role.All.Append(Role.Calendar))
        {
            using var caller = await server.Key($"walks as {role}", role);
            foreach (var operation in operations)
            foreach (var office in new[] { Own, Other })
            {
                if (operation.IsOpen || (office == Other && !IsOfOffice(operation))) continue;
                var (status, code) = await Ask(caller, operation, records[office]);
                var may = operation.Roles.Contains(role, StringComparer.Ordinal);
                var said = $"{operation.Method} {operation.Path} as {role} about {office}: {(int)status} {code}";
                if (may == (code == "access/role-missing") || status is HttpStatusCode.Unauthorized || (int)status >= 500) wrong.Add(said);
                if (may && operation.Changes && office == Other && IsOfOffice(operation) && role is not Role.Admin && code is not "access/other-office" && !IsToldAnyway(status, code)) wrong.Add(said);
                if (office == Own && IsOfOffice(operation) && code == "access/other-office") wrong.Add(said);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Says_what_the_roles_are_for()
    {
        foreach (var operation in (await Operations()).Where(operation => operation is { Changes: true, IsOpen: false }))
        {
            var isCommand = CommandPath().IsMatch(operation.Path);
            if (isCommand) Assert.True(!operation.Roles.Contains(Role.Leader) && !operation.Roles.Contains(Role.Auditor), $"{operation.Path}: who only reads changes nothing");
            if (isCommand && operation.Path.StartsWith("/api/v1/agreements", StringComparison.Ordinal)) Assert.DoesNotContain(Role.Admin, operation.Roles);
            if (operation.Path.StartsWith("/api/v1/keys", StringComparison.Ordinal)) Assert.Equal([Role.Admin], operation.Roles);
            Assert.NotEmpty(operation.Roles);
        }
    }

    [Fact]
    public void A_route_that_does_not_say_who_may_use_it_stops_the_program_from_starting()
    {
        var silent = new Endpoint(_ => Task.CompletedTask, new EndpointMetadataCollection(), "GET /forgotten");
        Assert.Contains("GET /forgotten", Assert.Throws<InvalidOperationException>(() => Declarations.Check([silent])).Message, StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, Record>> Records()
    {
        var records = new Dictionary<string, Record>(StringComparer.Ordinal);
        foreach (var office in new[] { Own, Other })
        {
            var officeId = (await server.Admin.Post("/api/v1/offices", $$"""{"name": {"vi": "{{office}}"}, "level": "department"}"""))
                .Expect(HttpStatusCode.Created).Id;
            var agreement = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal().Replace(Own, office, StringComparison.Ordinal)))
                .Expect(HttpStatusCode.Created).Id;
            var activity = (await server.Admin.Post("/api/v1/activities", $$$"""
                {"kind": "conference", "title": "{{{office}}}", "office": "{{{office}}}", "organiser": "{{{office}}}", "days": {"from": "2026-04-08"}}
                """)).Expect(HttpStatusCode.Created).Id;
            records[office] = new Record(officeId, agreement, activity);
        }

        return records;
    }

    /// <summary>Whoever names what is not recorded, or begins what is there already, is told so; nothing changes.</summary>
    private static bool IsToldAnyway(HttpStatusCode status, string? code) =>
        status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity || code?.EndsWith("/already-exists", StringComparison.Ordinal) is true;

    /// <summary>Its example is sent. The one that hands a record over would make the own record another's.</summary>
    private static bool IsRecord(Operation operation) =>
        !operation.Path.EndsWith("/assign-office", StringComparison.Ordinal) && SubjectOf(operation) is "agreements" or "activities" or "offices" or "cities";

    /// <summary>What a path of the API is about; null of any other.</summary>
    private static string? SubjectOf(Operation operation) => operation.Path.Split('/') is [_, _, _, var subject, ..] ? subject : null;

    private static bool IsOfOffice(Operation operation) => OfOffices.Any(path => operation.Path.StartsWith(path, StringComparison.Ordinal));

    private async Task<(HttpStatusCode Status, string? Code)> Ask(Caller caller, Operation operation, Record record)
    {
        var id = SubjectOf(operation) switch { "agreements" => record.Agreement, "activities" => record.Activity, "offices" => record.Office, _ => "nobody" };
        var path = Parameter().Replace(operation.Path.Replace("{id}", id, StringComparison.Ordinal), match => match.Value is "{network}" ? "gnlc" : "1");
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), new Uri(server.Url, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Key);
        if (operation.Changes) request.Content = new StringContent(IsRecord(operation) ? operation.Example ?? "{}" : "{}", Encoding.UTF8, operation.Path.EndsWith("/imports", StringComparison.Ordinal) ? "text/csv" : "application/json");
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken); // some answers never end
        if (answer.Content.Headers.ContentType?.MediaType is not "application/problem+json") return (answer.StatusCode, null);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("code").GetString());
    }

    private async Task<List<Operation>> Operations()
    {
        using var nobody = server.With(key: null);
        var document = (await nobody.Get("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               let open = operation.Value.TryGetProperty("security", out var security) && security.GetArrayLength() == 0
               select new Operation(operation.Name.ToUpperInvariant(), path.Name, open,
                   open ? [] : [.. operation.Value.GetProperty("x-roles").EnumerateArray().Select(role => role.GetString()!)], ExampleOf(operation.Value)),
        ];
    }

    private static string? ExampleOf(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json)
            && json.TryGetProperty("example", out var example)
            ? example.GetRawText() : null;

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("^/api/v1/(agreements|cities|activities|successions|imports)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandPath();

    private sealed record Record(string Office, string Agreement, string Activity);

    private sealed record Operation(string Method, string Path, bool IsOpen, IReadOnlyList<string> Roles, string? Example)
    {
        public bool Changes => Method is not "GET";
    }
}
