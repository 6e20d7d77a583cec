using CityGrains.Domain.Record;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Problems;

/// <summary>The language a caller reads: Vietnamese or English, by Accept-Language (RFC 9110, 12.5.4). English when neither is asked for.</summary>
public static class Language
{
    /// <summary>True when the caller prefers Vietnamese.</summary>
    public static bool IsVietnamese(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is null or > 0)
            .OrderByDescending(language => language, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(language => language.Value.Value!.Split('-')[0])
            .FirstOrDefault(tag => Is(tag, "vi") || Is(tag, "en") || Is(tag, "*"));
        return Is(preferred, "vi");
    }

    /// <summary>The sentence in one of its languages.</summary>
    public static string In(this Sentence sentence, bool vietnamese) => vietnamese ? sentence.Vi : sentence.En;

    private static bool Is(string? tag, string language) => string.Equals(tag, language, StringComparison.OrdinalIgnoreCase);
}
