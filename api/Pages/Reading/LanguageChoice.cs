using Microsoft.AspNetCore.Http.Extensions;

namespace CityGrains.Api.Pages.Reading;

/// <summary><c>?lang=en</c> on any page: the choice is kept in a cookie, and the same page shown without the parameter.</summary>
internal static class LanguageChoice
{
    private static readonly CookieOptions Cookie = new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true,
        Path = "/" };

    /// <summary>Where to go on; null when no language is asked for.</summary>
    public static IResult? Of(HttpContext http)
    {
        if (http.Request.Query[Reader.LanguageName] is not [{ } chosen]) return null;
        if (chosen is "vi" or "en") http.Response.Cookies.Append(Reader.LanguageName, chosen, Cookie);
        return Results.LocalRedirect(http.Request.Path + Without(http.Request.Query));
    }

    /// <summary>The same address in another language.</summary>
    public static string Link(string address, string language) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Reader.LanguageName}={language}";

    private static string Without(IQueryCollection query)
    {
        var rest = new QueryBuilder();
        foreach (var (name, values) in query.Where(parameter => parameter.Key != Reader.LanguageName)) rest.Add(name, values.OfType<string>());
        return rest.ToString();
    }
}
