using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityGrains.Api.Json;
using static CityGrains.Api.Tests.Fuzzing.Spelling;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>Spoils bodies: one value, one name, or the whole.</summary>
internal sealed class SpoiledBody(Dice dice)
{
    private const string Here = "⟪here⟫";

    /// <summary>A body of JSON that is wrong in one way.</summary>
    public string Of(string body)
    {
        if (dice.OneIn(5) || body.Length == 0) return Whole(body);
        var root = JsonNode.Parse(body)!;
        if (Place.All(root) is not { Count: > 0 } places) return Whole(body);
        var place = dice.Of(places);
        return dice.Below(10) switch
        {
            0 => Without(root, place),
            1 => Beside(root, place, $"\"{dice.Of(["unknown", "Id", "ID", "id ", "__proto__", "$type", "$ref", "version", "state", "hash", "", "\\u0069d", "\\ud800"])}\": {Any()}"),
            2 => Twice(root, place),
            3 => Put(root, place, Several(place.Of(root))),
            4 => Put(root, place, dice.OneIn(2) ? $"[{Json(place.Of(root))}]" : $"{{\"a\": {Json(place.Of(root))}}}"),
            _ => Put(root, place, Any()),
        };
    }

    /// <summary>Any unpleasant value, as JSON writes it.</summary>
    public string Any() => dice.OneIn(2) ? dice.Of(Unpleasant.Values) : $"\"{JsonEncodedText.Encode(dice.Of(Unpleasant.Texts), Sensible.Json.Encoder)}\"";

    /// <summary>A body with another value in one place.</summary>
    public static string Put(JsonNode root, Place place, string value)
    {
        place.Put(root, JsonValue.Create(Here));
        return Json(root).Replace($"\"{Here}\"", value, StringComparison.Ordinal);
    }

    private static string Json(JsonNode? node) => node?.ToJsonString(Sensible.Json) ?? "null";

    private static string Without(JsonNode root, Place place)
    {
        var parent = new Place([.. place.Steps.SkipLast(1)]).Of(root)!;
        if (place.Steps[^1] is int index) parent.AsArray().RemoveAt(index);
        else parent.AsObject().Remove((string)place.Steps[^1]);
        return Json(root);
    }

    private string Twice(JsonNode root, Place place) => place.Steps[^1] is string name
        ? Beside(root, place, $"\"{name}\": {(dice.OneIn(2) ? Json(place.Of(root)) : Any())}")
        : Put(root, place, Several(place.Of(root)));

    /// <summary>One more property in the object the place is in.</summary>
    private static string Beside(JsonNode root, Place place, string property)
    {
        var steps = place.Steps.Take(place.Steps.Count - 1 - place.Steps.Reverse().TakeWhile(step => step is int).Count()).ToList();
        (steps.Count == 0 ? root : new Place(steps).Of(root)!).AsObject()[Here] = 0;
        return Json(root).Replace($"\"{Here}\":0", property, StringComparison.Ordinal);
    }

    /// <summary>A list of as many of the same as somebody's limit, or one more.</summary>
    private string Several(JsonNode? node) => $"[{Many(dice.Of([0, 1, 9, 49, 99, 100, 199, 200, 499, 500, 999, 1000, 5000]), Json(node) + ",")}{Json(node)}]";

    private string Whole(string body)
    {
        var bytes = Bytes(body);
        return dice.Below(18) switch
        {
            0 => "",
            1 => body[..dice.Below(body.Length + 1)],
            2 => body + dice.Of(["x", "}", "{}", "\0", ",", " \n", Raw(0x00), Raw(0xFF), Raw(0x1A)]),
            3 => Raw(0xEF, 0xBB, 0xBF) + body,
            4 => Raw(System.Text.Encoding.Unicode.GetPreamble()) + Raw(System.Text.Encoding.Unicode.GetBytes(body.Length < 2000 ? body : "{}")),
            5 => body.Replace('"', '\''),
            6 => $"[{body}]",
            7 => dice.Of(Unpleasant.Values),
            8 => body + Many(Math.Max(0, ApiJson.LongestBody - bytes.Length), " "),
            9 => body + Many(Math.Max(0, ApiJson.LongestBody - bytes.Length) + 1, " "),
            10 => Many(100_000, "["),
            11 => Many(100_000, "{\"a\":"),
            12 => "{" + Many(20_000, "\"a\":1,") + "\"b\":1}",
            13 => body.Insert(dice.Below(body.Length + 1), dice.Of([Raw(0xFF), Raw(0xC3), Raw(0x00), Raw(0xED, 0xA0, 0x80), "\u0001", "\\", "\"", "\u2028", Many(1000, " ")])),
            14 => body.Replace("{", "{/* */", StringComparison.Ordinal),
            15 => string.Join('&', Enumerable.Range(0, 3).Select(i => string.Create(CultureInfo.InvariantCulture, $"field{i}={Uri.EscapeDataString(dice.Of(Unpleasant.Texts))}"))),
            16 => "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"" + dice.Of(Unpleasant.Texts) + "\"\r\n\r\nb\r\n--x" + dice.Of(
                ["--", "", "\r\n"]),
            _ => Raw(0x1F, 0x8B, 0x08, 0x00) + body,
        };
    }
}
