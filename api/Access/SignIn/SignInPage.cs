using CityGrains.Api.Pages.Gate;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Access.SignIn;

/// <summary>The page to sign in by.</summary>
/// <param name="Token">Of <see cref="FormTokens"/>.</param>
/// <param name="Back">Where to go on.</param>
/// <param name="ByLink">It was opened by a link: a button suffices.</param>
/// <param name="Refused">What was not taken: <c>key</c> or <c>link</c>; null at first.</param>
public sealed record SignInPage(string Token, string Back, bool ByLink, string? Refused) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (LanguageChoice.Of(httpContext) is { } elsewhere) return elsewhere.ExecuteAsync(httpContext);
        httpContext.RequestServices.GetRequiredService<Reader>().Attend(httpContext);
        httpContext.Response.Headers["Referrer-Policy"] = "no-referrer"; // the address may hold a link's token
        return Page.Of<SignInForm, SignInPage>(this).ExecuteAsync(httpContext);
    }
}
