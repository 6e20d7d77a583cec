using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class FieldFaults(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "{}", "kind title parties office proposer" },
        { """{"kind": "treaty", "title": {"vi": 1, "english": "x"}, "parties": [{"name": "A", "type": "city"}, null, 3], "office": null, "proposer": ["x"], "fields": "education"}""",
          "kind title.vi title.english parties[0].country parties[1] parties[2] office proposer fields" },
        { """{"kind": 1, "title": "x", "parties": {}, "office": "O", "proposer": "P", "occurredOn": "02/03/2025", "source": {"reference": "x"}, "reason": 5, "Office": "O"}""",
          "kind title parties occurredOn source.title reason Office" },
        { """{"kind": "MOU", "title": {"vi": "T", "treatyLevel": "yes"}, "parties": [{"name": "A", "type": "city", "country": "Narnia"}, {"name": "B", "type": "town", "country": {"name": "VN"}}], "office": "O", "proposer": "P"}""",
          "kind title.treatyLevel parties[0].country parties[1].type parties[1].country.name parties[1].country.written" },
        { """{"kind": "mou", "title": {"vi": "  "}, "parties": [], "office": "", "proposer": "P", "occurredOn": "2030"}""",
            "title.vi parties office occurredOn" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Everything_wrong_is_named_at_once_with_its_path(string body, string fields)
    {
        var refused = (await server.Admin.Post("/api/v1/agreements", body)).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("command/invalid", refused.Problem);
        Assert.Equal(fields, string.Join(' ', refused.Fields));
        Assert.All(refused.Json.GetProperty("errors").EnumerateArray(), error => Assert.NotEqual(error.GetProperty("vi").GetString(), error.GetProperty("en").GetString()));
    }

    [Theory]
    [InlineData("kind", "sister-city")]
    [InlineData("parties[0].country", "Việt Nam")]
    [InlineData("occurredOn", "2024-02-14")]
    [InlineData("titel", "title")]
    public async Task A_fault_says_what_would_do(string field, string expected)
    {
        var body = """{"kind": "x", "titel": {}, "parties": [{"name": "A", "type": "city", "country": "Vietnm"}], "office": "O", "proposer": "P", "occurredOn": "yesterday"}""";
        var errors = (await server.Admin.Post("/api/v1/agreements", body)).Json.GetProperty("errors").EnumerateArray();
        var fault = Assert.Single(errors, error => error.GetProperty("field").GetString() == field);
        Assert.Contains(expected, fault.GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.Contains(expected, fault.GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("40.5")]
    [InlineData("99999999999")]
    [InlineData("\"40\"")]
    [InlineData("true")]
    public async Task A_number_out_of_its_bounds_is_no_number(string percent)
    {
        var refused = await server.Admin.Post("/api/v1/agreements/agr-any/report-progress", $$"""{"percent": {{percent}}, "summary": "x"}""");
        Assert.Equal(["percent"], refused.Expect(HttpStatusCode.UnprocessableEntity).Fields);
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("null")]
    public async Task An_indicator_takes_a_decimal(string value) => Assert.Equal(["value"], (await server.Admin.Post(
        "/api/v1/cities/vn-any/record-indicator", $$"""{"name": "Sách", "value": {{value}}, "unit": "cuốn", "qualifier": "exact", "asOf": "2024"}""")).Expect(HttpStatusCode.UnprocessableEntity).Fields);

    [Fact]
    public async Task A_hundred_thousand_faults_are_told_by_the_first_hundred()
    {
        var body = $$"""{"parties": [{{string.Join(',', Enumerable.Repeat("1", 100_000))}}]}""";
        Assert.Equal(100, (await server.Admin.Post("/api/v1/agreements", body)).Expect(HttpStatusCode.UnprocessableEntity).Fields.Count);
    }
}
