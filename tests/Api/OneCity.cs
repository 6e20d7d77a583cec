using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class OneCity(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Is_registered_renamed_measured_and_read()
    {
        var registered = (await server.Admin.Post("/api/v1/cities", """{"name": "Sơn La", "country": "Việt Nam", "location": {"latitude": 21.327, "longitude": 103.914}}""")).Expect(HttpStatusCode.Created);
        Assert.Equal("vn-son-la", registered.Id);
        Assert.False(registered.Json.TryGetProperty("state", out _));

        (await server.Admin.Post("/api/v1/cities/vn-son-la/rename", """{"name": "Tô Hiệu"}""")).Expect(HttpStatusCode.OK);
        (await server.Admin.Post("/api/v1/cities/vn-son-la/record-indicator",
            """{"name": "Sách", "value": 2000000.50, "unit": "cuốn", "qualifier": "nearly", "asOf": "2024"}""")).Expect(HttpStatusCode.OK);

        var read = (await server.Admin.Get("/api/v1/cities/vn-son-la")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("Tô Hiệu", read.GetProperty("name").GetString());
        Assert.Equal("Sơn La", read.GetProperty("formerNames")[0].GetString());
        Assert.Equal("2000000.50", read.GetProperty("indicators")[0].GetProperty("value").GetRawText());
        Assert.Equal(103.914, read.GetProperty("location").GetProperty("longitude").GetDouble());
        Assert.Equal(3, (await server.Admin.Get("/api/v1/cities/vn-son-la/history")).Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("\"Vietnam\"", "vn-vinh")]
    [InlineData("\"việt nam\"", "vn-vinh")]
    [InlineData("\"VN\"", "vn-vinh")]
    [InlineData("{\"written\": \"Northern Cyprus\"}", "northern-cyprus-vinh")]
    [InlineData("{\"written\": \"Scotland, United Kingdom\"}", "gb-vinh")]
    public async Task Gets_its_id_from_country_and_name(string country, string id)
    {
        var answer = await server.Admin.Post("/api/v1/cities", $$"""{"name": "Vinh", "country": {{country}}}""");
        Assert.Contains(answer.Code, new[] { HttpStatusCode.Created, HttpStatusCode.OK });
        Assert.Equal(id, answer.Id);
    }

    [Fact]
    public async Task Of_the_same_name_and_country_is_not_registered_twice()
    {
        (await server.Admin.Post("/api/v1/cities", """{"name": "Huế", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        Assert.True((await server.Admin.Post("/api/v1/cities", """{"name": "Huế", "country": "Việt Nam"}""")).Expect(HttpStatusCode.OK).Json.GetProperty("unchanged").GetBoolean());
        Assert.Equal(
            "city/already-exists", (await server.Admin.Post("/api/v1/cities", """{"name": "Hue", "country": "VN"}""")).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task Whose_name_has_no_latin_letter_needs_an_id()
    {
        var refused = (await server.Admin.Post("/api/v1/cities", """{"name": "川崎市", "country": "JP"}""")).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("command/invalid", refused.Problem);
        Assert.Equal(["id"], refused.Fields);
        (await server.Admin.Post("/api/v1/cities", """{"id": "jp-kawasaki", "name": "川崎市", "country": "JP"}""")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_history_is_read_page_by_page()
    {
        (await server.Admin.Post("/api/v1/cities", """{"name": "Trang", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        foreach (var name in new[] { "Hai", "Ba" }) (await server.Admin.Post("/api/v1/cities/vn-trang/rename", $$"""{"name": "{{name}}"}""")).Expect(HttpStatusCode.OK);

        var first = (await server.Admin.Get("/api/v1/cities/vn-trang/history?limit=2")).Expect(HttpStatusCode.OK).Json;
        var last = (await server.Admin.Get("/api/v1/cities/vn-trang/history?limit=2&after=2")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(2, first.GetProperty("next").GetInt32());
        Assert.Equal("city-renamed/1", Assert.Single(last.GetProperty("items").EnumerateArray()).GetProperty("type").GetString());
        Assert.Null(last.GetProperty("next").GetString());
        Assert.Equal("query/invalid", (await server.Admin.Get("/api/v1/cities/vn-trang/history?after=-1")).Expect(HttpStatusCode.BadRequest).Problem);
    }
}
