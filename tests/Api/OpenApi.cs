using System.Net;
using System.Text.Json;
using CityGrains.Api.Commands;
using CityGrains.Api.Commands.Memberships;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Silo;

namespace CityGrains.Api.Tests;

public class OpenApi(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] Open = ["/health/live", "/health/ready"];

    [Fact]
    public async Task The_document_is_openapi_3_1_and_tells_how_to_sign_in()
    {
        var document = await Document();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
        Assert.True(document.GetProperty("security")[0].TryGetProperty("key", out _));
        foreach (var path in Open) Assert.Equal(0, document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("security").GetArrayLength());
    }

    [Fact]
    public async Task Every_route_has_a_summary_its_answers_and_its_problems()
    {
        var operations = await Operations();
        Assert.Equal(Subject.All.Sum(subject => subject.Verbs.Count + 1) + MembershipVerbs.All.Count, operations.Count(IsCommand));
        Assert.All(operations, operation =>
        {
            Assert.NotEqual("", operation.Json.GetProperty("summary").GetString());
            var responses = operation.Json.GetProperty("responses");
            Assert.Contains(responses.EnumerateObject(), response => response.Name is "200" or "201");
            Assert.True(responses.GetProperty("4XX").GetProperty("content").TryGetProperty("application/problem+json", out _));
        });
    }

    [Fact]
    public async Task A_generator_of_clients_finds_a_name_for_every_operation_and_what_may_not_be_left_out()
    {
        var operations = await Operations();
        var names = operations.Select(operation => operation.Json.GetProperty("operationId").GetString());
        Assert.Equal(operations.Count, names.Distinct(StringComparer.Ordinal).Count());
        foreach (var (path, _, operation) in operations.Where(one => one.Method == "get" && !one.Path.Contains('{', StringComparison.Ordinal)))
        {
            var parameters = operation.TryGetProperty("parameters", out var given) ? given.EnumerateArray().ToList() : [];
            var needed = parameters.Where(parameter => parameter.TryGetProperty("required", out var required) && required.GetBoolean())
                .Select(parameter => parameter.GetProperty("name").GetString());
            if (path.EndsWith("/stream", StringComparison.Ordinal) || path.EndsWith("/deadlines.ics", StringComparison.Ordinal)) continue;
            var answer = await server.Admin.Get(path);
            Assert.Equal(answer.Code is HttpStatusCode.BadRequest ? answer.Fields : [], needed.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Every_example_of_a_command_is_accepted_by_the_reader()
    {
        var bodies = new CommandBodies(Countries.Load(server.Folder));
        foreach (var (path, _, operation) in (await Operations()).Where(IsCommand))
        {
            var subject = Subject.All.Single(one => path == one.Path || path.StartsWith(one.Path + "/", StringComparison.Ordinal));
            var verb = path == subject.Path ? subject.Begin : (path.Contains("/memberships/", StringComparison.Ordinal) ? MembershipVerbs.All : subject.Verbs)
                .Single(one => path.EndsWith("}/" + one.Name, StringComparison.Ordinal));
            var content = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");

            var read = bodies.Read(verb, takesId: !path.Contains('{', StringComparison.Ordinal), content.GetProperty("example"));

            Assert.True(read.Problem is null, $"{path}: {string.Join("; ", read.Problem?.Errors.Select(fault => fault.Message.En) ?? [])}");
            Assert.IsType(verb.Command, read.Value.Command);
            Assert.False(content.GetProperty("schema").GetProperty("additionalProperties").GetBoolean());
        }
    }

    [Fact]
    public async Task Every_response_has_no_more_properties_than_the_document_says()
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        (await server.Admin.Post("/api/v1/cities", """{"name": "Sơn La", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/cities/vn-son-la/memberships/gnlc/recognise", """{"recognisedOn": "2024-02-14", "source": {"title": "UNESCO"}}"""))
            .Expect(HttpStatusCode.OK);
        (await server.Admin.Post("/api/v1/activities", ActivityVerbs.Plan.Example)).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/cities/vn-son-la/record-indicator", CityVerbs.All[1].Example)).Expect(HttpStatusCode.OK);
        (await server.Admin.Post("/api/v1/offices", OfficeVerbs.Register.Example)).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/offices/so-ngoai-vu-son-la/set-policy", Subject.Office.Verbs.Single(verb => verb.Name == "set-policy").Example))
            .Expect(HttpStatusCode.OK);
        var document = await Document();
        foreach (var (template, path) in new[]
                 {
                     ("/api/v1/agreements", "/api/v1/agreements?count=true"), ("/api/v1/agreements/{id}", $"/api/v1/agreements/{id}"), ("/api/v1/agreements/{id}", $"/api/v1/agreements/{id}?on=2026-03-15"), ("/api/v1/agreements/{id}/history", $"/api/v1/agreements/{id}/history"),
                     ("/api/v1/cities", "/api/v1/cities"), ("/api/v1/cities/{id}", "/api/v1/cities/vn-son-la"), ("/api/v1/offices", "/api/v1/offices"), ("/api/v1/offices/{id}", "/api/v1/offices/so-ngoai-vu-son-la"), ("/api/v1/portfolio/summary", "/api/v1/portfolio/summary"), ("/api/v1/portfolio/summary", "/api/v1/portfolio/summary?known=2026-03-15"),
                     ("/api/v1/portfolio/funnel", "/api/v1/portfolio/funnel"), ("/api/v1/portfolio/trend", "/api/v1/portfolio/trend?by=month"),
                     ("/api/v1/portfolio/aging", "/api/v1/portfolio/aging"),
                     ("/api/v1/portfolio/moved", "/api/v1/portfolio/moved?since=2020-01-01"), ("/api/v1/portfolio/owed", "/api/v1/portfolio/owed"),
                     ("/api/v1/portfolio/reached/{step}", "/api/v1/portfolio/reached/proposed"),
                     ("/api/v1/reports/annual/{year}", "/api/v1/reports/annual/2026"),
                     ("/api/v1/reports/annual/{year}/{measure}", "/api/v1/reports/annual/2026/proposed"), ("/api/v1/about", "/api/v1/about"),
                     ("/api/v1/cities/{id}/indicators", "/api/v1/cities/vn-son-la/indicators"), ("/api/v1/cities/{id}/successors",
                         "/api/v1/cities/vn-son-la/successors"), ("/api/v1/cities/{id}/predecessors", "/api/v1/cities/vn-son-la/predecessors"),
                     ("/api/v1/activities", "/api/v1/activities?count=true"), ("/api/v1/activities/{id}", "/api/v1/activities/act-2022-dien-dan-cau-noi"),
                     ("/api/v1/networks", "/api/v1/networks"), ("/api/v1/networks/{network}", "/api/v1/networks/gnlc"),
                     ("/api/v1/networks/{network}/members", "/api/v1/networks/gnlc/members?count=true"),
                 })
        {
            var schema = document.GetProperty("paths").GetProperty(template).GetProperty("get").GetProperty("responses").GetProperty("200")
                .GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Holds(document, schema, (await server.Admin.Get(path)).Json, template);
        }
    }

    [Fact]
    public async Task Commands_and_problems_are_answered_as_the_document_says()
    {
        var responses = (await Document()).GetProperty("paths").GetProperty("/api/v1/agreements").GetProperty("post").GetProperty("responses");
        var accepted = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created);
        var refused = (await server.Admin.Post("/api/v1/agreements", "{}")).Expect(HttpStatusCode.UnprocessableEntity);

        Holds(await Document(), responses.GetProperty("201").GetProperty("content").GetProperty("application/json").GetProperty("schema"), accepted.Json,
            "created");
        Holds(await Document(), responses.GetProperty("4XX").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema"), refused.Json,
            "refused");
    }

    [Fact]
    public async Task The_pages_need_nothing_from_elsewhere()
    {
        using var nobody = server.With(key: null);
        var page = (await nobody.Get("/docs/index.html")).Expect(HttpStatusCode.OK).Text;
        Assert.DoesNotContain("//", page.Replace("<!--", "", StringComparison.Ordinal).Split("<script", 2)[0], StringComparison.Ordinal);
        (await nobody.Get("/docs")).Expect(HttpStatusCode.MovedPermanently);
    }

    private static void Holds(JsonElement document, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(document, (node, step) => node.GetProperty(step));
        }

        if (schema.TryGetProperty("oneOf", out var choices)) schema = choices.EnumerateArray().Last();
        if (schema.TryGetProperty("$ref", out _))
        {
            Holds(document, schema, value, path);
            return;
        }

        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Holds(document, schema.GetProperty("items"), item, path + "[]");
        }
        else if (value.ValueKind is JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
            foreach (var name in required) Assert.True(value.TryGetProperty(name, out _), $"{path}.{name} is missing");
            foreach (var property in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(property.Name, out var described), $"{path}.{property.Name} is not in the document");
                Holds(document, described, property.Value, $"{path}.{property.Name}");
            }
        }
    }

    private static bool IsCommand((string Path, string Method, JsonElement Json) operation) => operation.Method == "post"
        && (operation.Path.Contains("/memberships/", StringComparison.Ordinal)
        || Subject.All.Any(subject => operation.Path == subject.Path || subject.Verbs.Any(verb => operation.Path == $"{subject.Path}/{{id}}/{verb.Name}")));

    private async Task<JsonElement> Document() => (await server.With(key: null).Get("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;

    private async Task<List<(string Path, string Method, JsonElement Json)>> Operations() =>
    [
        .. from path in (await Document()).GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           select (path.Name, operation.Name, operation.Value),
    ];
}
