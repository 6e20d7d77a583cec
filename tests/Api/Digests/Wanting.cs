using System.Net;
using System.Text;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Digests;

/// <summary>Whether an office wants reminders, and where.</summary>
public class Wanting : IAsyncLifetime
{
    private const string SonLa = "/api/v1/offices/so-ngoai-vu-son-la/digest";
    private readonly ApiServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var name in new[] { "Sở Ngoại vụ Sơn La", "Sở Ngoại vụ Nghệ An" })
            (await _server.Admin.Post("/api/v1/offices", $$"""{"name": {"vi": "{{name}}" }, "level": "department"}""")).Expect(HttpStatusCode.Created);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task It_is_set_read_and_ended_by_the_office_itself()
    {
        using var officer = await _server.Key("cán bộ", Role.Officer);
        Assert.Equal("digest/not-found", (await officer.Get(SonLa)).Expect(HttpStatusCode.NotFound).Problem);
        var set = (await Put(officer, SonLa, """{"emails": ["a@example.vn", "A@example.vn", "b@example.vn"]}""")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(
            ("cán bộ", 2, false), (set.GetProperty("setBy").GetString(), set.GetProperty("emails").GetArrayLength(), set.GetProperty("mail").GetBoolean()));
        (await officer.Get(SonLa)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            "access/other-office", (await officer.Get(SonLa.Replace("son-la", "nghe-an", StringComparison.Ordinal))).Expect(HttpStatusCode.Forbidden).Problem);
        (await officer.Send(HttpMethod.Delete, SonLa, content: null)).Expect(HttpStatusCode.OK);
        (await officer.Get(SonLa)).Expect(HttpStatusCode.NotFound);
        using var leader = await _server.Key("lãnh đạo", Role.Leader);
        (await leader.Get(SonLa)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"emails": ["không phải địa chỉ"]}""", "emails[0]")]
    [InlineData("""{"emails": ["a@example.vn", "a@example.vn\r\nBcc: x@example.vn"]}""", "emails[1]")]
    [InlineData("""{"emails": ["\"Phòng\" <a@example.vn>"]}""", "emails[0]")]
    [InlineData("""{"emails": ["a@example.vn,b@example.vn"]}""", "emails[0]")]
    [InlineData("""{"emails": ["\ufffe@example.vn"]}""", "emails[0]")]
    [InlineData("""{"emails": [7]}""", "emails[0]")]
    [InlineData("""{"emails": null}""", "emails")]
    [InlineData("{}", "emails")]
    [InlineData("""{"emails": [], "hour": 7}""", "hour")]
    public async Task What_is_no_mailbox_is_named(string body, string field) =>
        Assert.Equal([field], (await Put(_server.Admin, SonLa, body)).Expect(HttpStatusCode.UnprocessableEntity).Fields);

    [Fact]
    public async Task An_office_nobody_registered_is_not_reminded() =>
        Assert.Equal("office/not-found", (await Put(_server.Admin, SonLa.Replace("son-la", "khac", StringComparison.Ordinal), """{"emails": []}""")).Expect(HttpStatusCode.NotFound).Problem);

    private static Task<Answer> Put(Hosting.Caller caller, string path, string json) =>
        caller.Send(HttpMethod.Put, path, new StringContent(json, Encoding.UTF8, "application/json"));
}
