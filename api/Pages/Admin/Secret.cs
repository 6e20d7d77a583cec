using CityGrains.Api.Pages.Reading;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Pages.Admin;

/// <summary>Something that is shown this once: a key, a link, an address with its token.</summary>
/// <param name="Title">What was made.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Value">The thing itself.</param>
/// <param name="Then">What to do with it.</param>
/// <param name="Back">Where to go on.</param>
public sealed record Secret(string Title, string Label, string Value, string Then, string Back)
{
    /// <summary>The page that shows it, and that nothing keeps.</summary>
    internal static IResult Show(HttpContext http, Secret secret)
    {
        http.Response.Headers.Remove(HeaderNames.Location);
        http.Response.OnStarting(() =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return Page.Of<SecretPage, Secret>(secret);
    }
}
