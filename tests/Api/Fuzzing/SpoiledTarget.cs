using static CityGrains.Api.Tests.Fuzzing.Spelling;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>Spoils request lines: a part of the path, a parameter, the method, the protocol.</summary>
internal sealed class SpoiledTarget(Dice dice)
{
    private static readonly string[] Segments =
    [
        "..", ".", "%2e%2e", "%2E", "%2F", "a%2Fb", "%2f..%2f", "%5C", "\\", "%00", "a%00b", "%", "%zz", "%u0041", "%C0%AF", "%ED%A0%80", "%FF", "%FE%FF",
        "%EF%BF%BE", "%EF%BB%BF", "%E2%80%AE", "%0D%0A", "%09", "%20", "+", "a b", "a;b", ";x=1", ":", "*", "~", "@", "[x]",
        "{id}", "null", "true", "0", "-1", "1", "9223372036854775807", "9223372036854775808", "1e3", "١", "agr%2D2026%2D000001", "AGR-2026-000001",
        "agr-2026-000001%20", "S%C6%A1n%20La", "Sơn-La", Raw(0xFF), Raw(0xC3), "%F0%9F%98%80", "CON", "favicon.ico", "index.html", "web.config",
        "'%3B--", "%27%20OR%20%271", "-", "a---b", "a-", Many(200, "a"), Many(201, "a"), Many(2000, "a"), Many(9000, "a"), Many(500, "%E1%BB%87"),
        Many(300, "../"), Many(500, "a/"), "%252e%252e", "a?b", "a#b", "", "//", "%2F%2Fevil.example",
    ];

    private static readonly string[] Queries =
    [
        "&&==&a[]=1", "?", "?????", "%", "a=%", "a=%zz", "=", "&", ";", Many(1500, "a=1&"), Many(9000, "a"), "a=" + Raw(0xFF), "a=Sơn La", "a=" + Raw(0x00),
        "a=%ED%A0%80", "\\", "on=2026-03-15?x",
    ];

    private static readonly string[] Names = ["x", "", "ON", "on ", "q[]", "a[0]", "%00", "%FF", "limit",
        "after", "q", "on", "known", "count", "format", "lang", "office", "state", "%E2%80%AE", "__proto__", Many(3000, "p")];
    private static readonly string[] Methods = ["HEAD", "OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "POST", "GET", "get", "FOO", "CONNECT",
        "PROPFIND", "", "G\tT", "G=T", Many(50, "A"), Raw(0xFF)];
    private static readonly string[] Protocols = ["HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTP/1.1 x", "", "HTTP/", "ICY/1.1"];

    /// <summary>The same place, said otherwise.</summary>
    private static string[] Elsewhere(string target) =>
    [
        "*", "http://evil.example" + target, "/" + target, target + "#x", "\\" + target, target.Replace("/", "%2F", StringComparison.Ordinal),
        target.ToUpperInvariant(),
        target + "/", target + "//", target + "/.", target + "/..", target + ".json", " " + target,
    ];

    /// <summary>A request whose first line is wrong in one way.</summary>
    public Asked Of(Asked asked, Operation operation)
    {
        var (path, query) = asked.Target.Split('?', 2) is [var before, var after] ? (before, after) : (asked.Target, null);
        return dice.Below(12) switch
        {
            0 => asked with { Send = $"{dice.Of(Methods)} {asked.Target} HTTP/1.1" },
            1 => asked with { Send = $"{asked.Method} {asked.Target} {dice.Of(Protocols)}" },
            2 => To(dice.Of(Elsewhere(asked.Target))),
            3 or 4 or 5 => To(Path(path) + (query is null ? "" : $"?{query}")),
            6 => To($"{path}?{dice.Of(Queries)}"),
            7 => To($"{path}?{query}&{query}"),
            _ => To($"{path}?{(query is null ? "" : query + "&")}{Name(operation)}={Escaped(dice.Of(Unpleasant.Texts))}"),
        };

        Asked To(string target) => asked with { Send = $"{asked.Method} {target} HTTP/1.1" };
    }

    /// <summary>Escaped, save for what is spelled.</summary>
    public static string Escaped(string text) =>
        text.Contains('⟦', StringComparison.Ordinal) ? text.Replace("\n", "%0A", StringComparison.Ordinal).Replace(" ", "+", StringComparison.Ordinal)
            : Uri.EscapeDataString(text);

    private string Path(string path)
    {
        var parts = path.Split('/');
        parts[parts.Length == 1 ? 0 : 1 + dice.Below(parts.Length - 1)] = dice.OneIn(4) ? Escaped(dice.Of(Unpleasant.Texts)) : dice.Of(Segments);
        return string.Join('/', parts);
    }

    /// <summary>Most often a name the route takes, so that its value is read.</summary>
    private string Name(Operation operation) => operation.InQuery.Count > 0 && !dice.OneIn(5) ? dice.Of(operation.InQuery).Name : dice.Of(Names);
}
