using System.Globalization;
using System.Text.Json.Nodes;
using CityGrains.Api.Json.Shapes;

namespace CityGrains.Api.Pages.Forms;

/// <summary>What a form says, as the body of the command it stands for. A field left empty is left out; what is no number stays what was typed, for the API to refuse.</summary>
internal static class FormBody
{
    /// <summary>The body.</summary>
    public static JsonObject Of(IEnumerable<FormField> fields, IReadOnlyDictionary<string, string> values)
    {
        var body = new JsonObject();
        foreach (var field in fields)
        {
            if (values.TryGetValue(field.Path, out var text) && text.Trim() is { Length: > 0 } said) Put(body, field.Path.Split('.'), Value(field.Shape, said));
        }

        return body;
    }

    private static JsonNode Value(Shape shape, string text) => shape switch
    {
        IntegerShape when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        FlagShape => JsonValue.Create(text == "true"),
        ListShape => new JsonArray([.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonNode)JsonValue.Create(line))]),
        _ => JsonValue.Create(text),
    };

    private static void Put(JsonObject at, ReadOnlySpan<string> path, JsonNode value)
    {
        var (name, isItem) = (path[0].Split('[')[0], path[0].EndsWith(']'));
        if (path.Length == 1)
        {
            at[name] = value;
            return;
        }

        if (isItem) at[name] ??= new JsonArray(new JsonObject());
        else at[name] ??= new JsonObject();
        Put(isItem ? at[name]![0]!.AsObject() : at[name]!.AsObject(), path[1..], value);
    }
}
