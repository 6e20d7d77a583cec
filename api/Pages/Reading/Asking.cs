using Microsoft.Extensions.Primitives;

namespace CityGrains.Api.Pages.Reading;

/// <summary>Questions that pages ask of the same queries as the API, in the same words.</summary>
internal static class Asking
{
    /// <summary>A question of these parameters; a name that stands several times asks for any of its values.</summary>
    public static IQueryCollection Of(params IEnumerable<(string Name, string? Value)> parameters) => With(QueryCollection.Empty, parameters);

    /// <summary>The question that stands in an address, with these parameters instead of what it says of them.</summary>
    public static IQueryCollection With(IQueryCollection query, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var all = query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var named in parameters.GroupBy(parameter => parameter.Name, StringComparer.Ordinal))
            all[named.Key] = new StringValues([.. named.Select(one => one.Value).Where(value => value is not null)]);
        return new QueryCollection(all);
    }
}
