using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;

namespace CityGrains.Api.Access.SignIn;

/// <summary>
/// The tokens that show a form to come from a page of this program: HMAC-SHA256 under the secret in the browser's cookie, which another site can neither read
/// nor set. In the place of the framework's own, whose keys would have to be kept somewhere and shared among nodes; these need none.
/// </summary>
internal sealed class FormTokens : IAntiforgery
{
    /// <summary>The field of a form, and the header of a call by script, that carries the token.</summary>
    public const string Field = "__RequestVerificationToken", Header = "RequestVerificationToken";

    /// <inheritdoc/>
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext)
    {
        if (Secret(httpContext) is not { } secret)
        {
            httpContext.Items[typeof(FormTokens)] = secret = ApiKey.Create();
            SessionCookie.SetForm(httpContext, secret);
        }

        httpContext.Response.Headers.CacheControl = "no-store";
        return Set(secret);
    }

    /// <inheritdoc/>
    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => Set(Secret(httpContext) ?? ApiKey.Create());

    /// <inheritdoc/>
    public async Task<bool> IsRequestValidAsync(HttpContext httpContext)
    {
        if (Secret(httpContext) is not { } secret) return false;
        var sent = httpContext.Request.Headers[Header];
        if (sent.Count == 0 && httpContext.Request.HasFormContentType) sent = (await httpContext.Request.ReadFormAsync(httpContext.RequestAborted))[Field];
        return sent is [{ } token] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.ASCII.GetBytes(Token(secret)));
    }

    /// <inheritdoc/>
    public async Task ValidateRequestAsync(HttpContext httpContext)
    {
        if (!await IsRequestValidAsync(httpContext)) throw new AntiforgeryValidationException("The form has no token of this browser.");
    }

    /// <inheritdoc/>
    public void SetCookieTokenAndHeader(HttpContext httpContext) => GetAndStoreTokens(httpContext);

    private static string? Secret(HttpContext http) => SessionCookie.Session(http) ?? SessionCookie.Form(http) ?? http.Items[typeof(FormTokens)] as string;

    private static AntiforgeryTokenSet Set(string secret) => new(Token(secret), cookieToken: null, Field, Header);

    private static string Token(string secret) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(secret), "form"u8));
}
