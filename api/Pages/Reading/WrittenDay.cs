using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityGrains.Api.Pages.Reading;

/// <summary>
/// Days as people in Vietnam write them, day first, and as the API does (ISO 8601). A browser's own field for days follows the language of the browser,
/// not of the page: the third of February becomes the second of March, and nobody sees it.
/// </summary>
internal static class WrittenDay
{
    /// <summary>Parameters of pages that are days, or instants.</summary>
    private static readonly string[] Names = ["on", "known", "to-on", "to-known", "from", "to", "day"];

    private static readonly (string[] Written, string Iso)[] Forms =
        [(["d/M/yyyy"], "yyyy-MM-dd"), (["M/yyyy"], "yyyy-MM"), (["d/M/yyyy H:mm", "H:mm d/M/yyyy"], "yyyy-MM-dd'T'HH:mm")];

    /// <summary>As the API takes it; what is no day as people write it stays as it is.</summary>
    public static string ToIso(string text)
    {
        var plain = text.Trim().Replace('.', '/').Replace('-', '/');
        foreach (var (written, iso) in Forms)
        {
            if (DateTime.TryParseExact(plain, written, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var day))
                return day.ToString(iso, CultureInfo.InvariantCulture);
        }

        return text;
    }

    /// <summary>As people write it; what is no day of the API stays as it is.</summary>
    public static string Of(string text)
    {
        foreach (var (written, iso) in Forms)
        {
            if (DateTime.TryParseExact(text, iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day.ToString(written[0], CultureInfo.InvariantCulture);
        }

        return text;
    }

    /// <summary>The same page with its days as the API writes them, so that an address says the same to everyone; null where they are already.</summary>
    public static IResult? Redirect(HttpContext http)
    {
        if (!http.Request.Query.Any(IsWritten)) return null;
        var link = new QueryBuilder();
        foreach (var one in http.Request.Query)
            link.Add(one.Key, one.Value.OfType<string>().Where(value => value.Length > 0).Select(value => IsWritten(one) ? ToIso(value) : value));
        return Results.LocalRedirect(http.Request.Path + link);
    }

    private static bool IsWritten(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> one) =>
        Names.Contains(one.Key, StringComparer.Ordinal) && one.Value is [{ Length: > 0 } value] && ToIso(value) != value;
}
