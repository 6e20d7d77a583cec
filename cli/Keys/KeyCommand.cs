using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityGrains.Cli.Record;

namespace CityGrains.Cli.Keys;

/// <summary>
/// <c>key</c>: lists, makes, ends and replaces the keys of people and programs, by the server that serves them. A new key or link is all that is on standard
/// output.
/// </summary>
internal static class KeyCommand
{
    private const string Keys = "/api/v1/keys";

    private static readonly Argument<string> Name = new("name") { Description = "Name of the key / Tên khóa" };

    private static readonly Option<string[]> Roles = new("--role") { Description = "officer, approver, leader, auditor, admin / Vai trò",
        AllowMultipleArgumentsPerToken = true, Required = true };

    private static readonly Option<string> Office = new("--office") { Description = "Office it acts for, by id or name / Cơ quan", Required = true };

    private static readonly Option<string?> Until = new("--until") { Description = "Last day, YYYY-MM-DD; left out: none / Ngày cuối cùng" };

    public static Command Create() => new("key", "Keys of people and programs / Khóa của người dùng và chương trình")
    {
        Verb("list", "List them / Danh sách", [], (_, server, cancel) => List(server, cancel)),
        Verb("create", "Make one; it is printed once / Tạo khóa; in ra một lần", [Name, Roles, Office, Until],
            (parsed, server, cancel) => Show(server, Keys, "key", new JsonObject
        {
            ["id"] = parsed.GetRequiredValue(Name), ["roles"] = new JsonArray([.. parsed.GetRequiredValue(Roles).Select(role => (JsonNode?)role)]),
            ["office"] = parsed.GetRequiredValue(Office), ["validUntil"] = parsed.GetValue(Until),
        }, cancel)),
        Verb("expire", "Give one another last day / Đặt lại ngày cuối cùng", [Name, Until],
            (parsed, server, cancel) => Tell(server, Of(parsed, "expire"), new JsonObject { ["validUntil"] = parsed.GetValue(Until) }, cancel)),
        Verb("rotate", "Put another in its place; the one before ends at once / Thay khóa; khóa cũ hết hiệu lực ngay", [Name],
            (parsed, server, cancel) => Show(server, Of(parsed, "rotate"), "key", null, cancel)),
        Verb("revoke", "End one at once, for ever / Thu hồi ngay, vĩnh viễn", [Name],
            (parsed, server, cancel) => Tell(server, Of(parsed, "revoke"), null, cancel)),
        Verb("link", "A link that signs its holder in by browser, once / Liên kết đăng nhập, dùng một lần", [Name],
            (parsed, server, cancel) => Show(server, Of(parsed, "links"), "url", null, cancel)),
    };

    private static Command Verb(string name, string description, IReadOnlyList<Symbol> takes, Func<ParseResult, ServedStore, CancellationToken, Task<int>> work)
    {
        var (place, served) = (new Place(), new Served());
        var command = new Command(name, description);
        foreach (var symbol in takes)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        place.AddTo(command);
        served.AddTo(command);
        command.SetAction((parsed, cancel) => Attempt.Run(async () =>
        {
            using var server = served.FindOrUsual(parsed, place.Of(parsed));
            return await work(parsed, server, cancel);
        }));
        return command;
    }

    private static string Of(ParseResult parsed, string verb) => $"{Keys}/{Uri.EscapeDataString(parsed.GetRequiredValue(Name))}/{verb}";

    private static async Task<int> List(ServedStore server, CancellationToken cancel)
    {
        foreach (var key in (await server.Send(HttpMethod.Get, Keys, cancel)).GetProperty("items").EnumerateArray())
            await Console.Out.WriteLineAsync(Line(key));
        return Attempt.Done;
    }

    private static async Task<int> Show(ServedStore server, string path, string property, JsonObject? body, CancellationToken cancel)
    {
        await Console.Out.WriteLineAsync((await server.Send(HttpMethod.Post, path, cancel, Given(body))).GetProperty(property).GetString());
        return Attempt.Done;
    }

    private static async Task<int> Tell(ServedStore server, string path, JsonObject? body, CancellationToken cancel)
    {
        await Console.Out.WriteLineAsync(Line(await server.Send(HttpMethod.Post, path, cancel, Given(body))));
        return Attempt.Done;
    }

    /// <summary>What was not given is left out.</summary>
    private static string? Given(JsonObject? body)
    {
        if (body is null) return null;
        foreach (var (name, _) in body.Where(property => property.Value is null).ToList()) body.Remove(name);
        return body.ToJsonString();
    }

    private static string Line(JsonElement key) => string.Join('\t',
        key.GetProperty("standing").GetString(), key.GetProperty("id").GetString(),
        string.Join(',', key.GetProperty("roles").EnumerateArray().Select(role => role.GetString())),
        key.GetProperty("office").GetString(), key.TryGetProperty("expiresAt", out var end) ? end.GetString() : "–");
}
