using System.Text.Json.Nodes;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>A place in a body: names and indexes that lead to it.</summary>
internal sealed record Place(IReadOnlyList<object> Steps)
{
    /// <summary>Every place of a body but the whole.</summary>
    public static IReadOnlyList<Place> All(JsonNode body) => [.. Below(body, [])];

    /// <summary>What stands there.</summary>
    public JsonNode? Of(JsonNode body) => Steps.Aggregate<object, JsonNode?>(body, (node, step) => step is int index ? node![index] : node![(string)step]);

    /// <summary>Puts something else there.</summary>
    public void Put(JsonNode body, JsonNode? value)
    {
        var parent = new Place([.. Steps.SkipLast(1)]).Of(body)!;
        if (Steps[^1] is int index) parent[index] = value;
        else parent[(string)Steps[^1]] = value;
    }

    private static IEnumerable<Place> Below(JsonNode? node, object[] path) => node switch
    {
        JsonObject all => all.SelectMany(property => Below(property.Value, [.. path, property.Key]).Prepend(new Place([.. path, property.Key]))),
        JsonArray list => list.SelectMany((item, i) => Below(item, [.. path, i]).Prepend(new Place([.. path, i]))),
        _ => [],
    };
}
