using System.Globalization;
using System.Text.Json.Nodes;
using CityGrains.Api.Json.Shapes;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Forms;

/// <summary>
/// What a form says, as the body of the command it stands for. A field left empty is left out; what is no number stays what was typed, for the API to refuse.
/// </summary>
internal static class FormBody
{
    /// <summary>The body.</summary>
    public static JsonObject Of(IEnumerable<FormField> fields, IReadOnlyDictionary<string, string> values)
    {
        var body = new JsonObject();
        foreach (var field in fields)
        {
            if (values.TryGetValue(field.Path, out var text) && text.Trim() is { Length: > 0 } said) Put(body, field.Path.Split('.'), Value(field.Shape, said));
            else if (field.IsLoose && field.Required) Put(body, field.Path.Split('.'), JsonValue.Create("unknown"));
        }

        return body;
    }

    private static JsonNode Value(Shape shape, string text) => shape switch
    {
        IntegerShape when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        DecimalShape or NumberShape when decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var value) => JsonValue.Create(value),
        FlagShape => JsonValue.Create(text == "true"),
        DateShape or DayShape => JsonValue.Create(WrittenDay.ToIso(text)),
        ListShape => new JsonArray(
            [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonNode)JsonValue.Create(line))]),
        _ => JsonValue.Create(text),
    };

    private static void Put(JsonObject at, ReadOnlySpan<string> path, JsonNode value)
    {
        var (name, place) = FormField.PartOf(path[0]);
        if (path.Length == 1)
        {
            at[name] = value;
            return;
        }

        at[name] ??= place is null ? new JsonObject() : new JsonArray();
        if (place is { } index)
        {
            var list = at[name]!.AsArray();
            while (list.Count <= index) list.Add(new JsonObject());
            Put(list[index]!.AsObject(), path[1..], value);
        }
        else Put(at[name]!.AsObject(), path[1..], value);
    }
}
