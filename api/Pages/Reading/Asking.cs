using Microsoft.Extensions.Primitives;

namespace CityGrains.Api.Pages.Reading;

/// <summary>Questions that pages ask of the same queries as the API, in the same words.</summary>
internal static class Asking
{
    /// <summary>A question of these parameters.</summary>
    public static IQueryCollection Of(params IEnumerable<(string Name, string? Value)> parameters) => With(QueryCollection.Empty, parameters);

    /// <summary>The question that stands in an address, with these parameters instead of what it says of them.</summary>
    public static IQueryCollection With(IQueryCollection query, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var all = query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in parameters) all[name] = new StringValues(value);
        return new QueryCollection(all);
    }
}
