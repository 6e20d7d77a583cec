using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Feed;

/// <summary>The rules of CloudEvents 1.0 and of its JSON format, held against every event the feed gives.</summary>
public sealed partial class CloudEvents(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] Required = ["id", "source", "specversion", "type"];

    [Fact]
    public async Task Every_event_keeps_the_rules_of_the_specification()
    {
        var events = await Events("agr-rules");
        Assert.Equal(3, events.Count);
        foreach (var one in events)
        {
            foreach (var name in Required) Assert.NotEqual("", one.GetProperty(name).GetString());
            Assert.Equal("1.0", one.GetProperty("specversion").GetString());
            Assert.True(Uri.IsWellFormedUriString(one.GetProperty("source").GetString(), UriKind.RelativeOrAbsolute));
            Assert.Matches(Rfc3339(), one.GetProperty("time").GetString());
            foreach (var attribute in one.EnumerateObject().Where(property => property.Name != "data"))
            {
                Assert.Matches(AttributeName(), attribute.Name);
                if (attribute.Value.ValueKind is JsonValueKind.Number) Assert.True(attribute.Value.TryGetInt32(out _));
                else Assert.DoesNotMatch(Forbidden(), attribute.Value.GetString());
            }
        }

        Assert.Equal(events.Count, events.Select(one => (one.GetProperty("source").GetString(), one.GetProperty("id").GetString())).Distinct().Count());
    }

    [Fact]
    public async Task An_event_says_what_its_history_says()
    {
        var events = await Events("agr-history");
        var history = (await server.Admin.Get("/api/v1/agreements/agr-history/history")).Json.GetProperty("items").EnumerateArray().ToList();

        foreach (var (one, recorded) in events.Zip(history))
        {
            var version = recorded.GetProperty("version").GetInt64();
            Assert.Equal($"agreement/agr-history@{version}", one.GetProperty("id").GetString());
            Assert.Equal("agreement/agr-history", one.GetProperty("subject").GetString());
            Assert.Equal(version, one.GetProperty("recordedversion").GetInt64());
            Assert.Equal("application/json", one.GetProperty("datacontenttype").GetString());
            foreach (var (attribute, property) in new[] { ("type", "type"), ("time", "recordedAt"), ("occurredon", "occurredOn"), ("actor", "actor"), ("office", "office"), ("hash", "hash"), ("commandid", "commandId") })
                Assert.Equal(recorded.GetProperty(property).GetString(), one.GetProperty(attribute).GetString());
            Assert.Equal(recorded.GetProperty("data").GetRawText(), one.GetProperty("data").GetRawText());
        }
    }

    [Fact]
    public async Task A_reason_of_several_lines_is_one_line_in_its_attribute_and_stays_what_it_is_in_the_record()
    {
        var events = await Events("agr-lines");
        Assert.Equal("Hai dòng: một hai ba", events[0].GetProperty("reason").GetString());
        Assert.Equal("Tờ trình 12", events[0].GetProperty("sourcetitle").GetString());
        Assert.Equal("2025", events[0].GetProperty("sourcedatedon").GetString());
        Assert.False(events[0].TryGetProperty("sourcereference", out _));
        Assert.False(events[2].TryGetProperty("reason", out _));
        Assert.Equal("Hai dòng:\nmột\thai\rba", (await server.Admin.Get("/api/v1/agreements/agr-lines/history")).Json.GetProperty("items")[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("Sơn La", "Sơn La")]
    [InlineData("a\u0000b\u001Fc\u007Fd\u0085e\u009Ff", "a b c d e f")]
    [InlineData("x\uFDD0y\uFFFEz", "x\uFFFDy\uFFFDz")]
    [InlineData("😀\u200F中", "😀\u200F中")]
    [InlineData("\U0001FFFF!", "\uFFFD!")]
    public void Text_of_an_attribute_has_no_control_characters_and_nothing_that_is_no_character(string text, string attribute) =>
        Assert.Equal(attribute, Journal.Feed.AttributeText.Of(text));

    private async Task<List<JsonElement>> Events(string id)
    {
        var more = $", \"id\": \"{id}\", \"reason\": \"Hai dòng:\\nmột\\thai\\rba\", \"source\": {{\"title\": \"Tờ trình 12\", \"datedOn\": \"2025\"}}";
        (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(more: more))).Expect(HttpStatusCode.Created);
        (await server.Admin.Post($"/api/v1/agreements/{id}/open-consultation", Bodies.Example("open-consultation"))).Expect(HttpStatusCode.OK);
        (await server.Admin.Post($"/api/v1/agreements/{id}/record-opinion", Bodies.Example("record-opinion"))).Expect(HttpStatusCode.OK);
        var items = (await server.Admin.Get("/api/v1/feed?limit=500")).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray();
        return [.. items.Where(one => one.GetProperty("subject").GetString()!.EndsWith(id, StringComparison.Ordinal))];
    }

    [GeneratedRegex("^[a-z0-9]{1,20}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AttributeName();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339();

    [GeneratedRegex(@"[\u0000-\u001F\u007F-\u009F]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Forbidden();
}
