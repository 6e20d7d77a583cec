using System.Text.Encodings.Web;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Access.SignIn;

/// <summary>The form to sign in by, plain: no script, no style.</summary>
/// <param name="Token">Of <see cref="FormTokens"/>.</param>
/// <param name="Back">Where to go on.</param>
/// <param name="ByLink">It was opened by a link: a button suffices.</param>
/// <param name="Refused">What was not taken: <c>key</c> or <c>link</c>; null at first.</param>
internal sealed record SignInPage(string Token, string Back, bool ByLink, string? Refused) : IResult
{
    private static readonly Sentence Title = new("Đăng nhập CityGrains", "Sign in to CityGrains");
    private static readonly Sentence Key = new("Khóa truy cập (cg_…)", "Key (cg_…)");
    private static readonly Sentence Button = new("Đăng nhập", "Sign in");
    private static readonly Sentence Once = new("Liên kết này dùng được một lần. Bấm nút để đăng nhập.", "This link works once. Press the button to sign in.");
    private static readonly Sentence BadKey = new("Khóa này không tồn tại, đã hết hạn hoặc đã bị thu hồi.", "This key does not exist, has expired or was revoked.");
    private static readonly Sentence BadLink = new(
        "Liên kết này đã được dùng hoặc đã hết hạn; hãy xin liên kết mới, hoặc đăng nhập bằng khóa.", "This link was used or has expired; ask for a new one, or sign in by key.");

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var vietnamese = Language.IsVietnamese(httpContext.Request);
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.Headers.Vary = "Accept-Language";
        httpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        httpContext.Response.Headers["Referrer-Policy"] = "no-referrer"; // the address may hold a link's token
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : httpContext.Response.WriteAsync(Html(vietnamese), httpContext.RequestAborted);
    }

    private string Html(bool vietnamese)
    {
        string In(Sentence sentence) => HtmlEncoder.Default.Encode(sentence.In(vietnamese));
        var refused = Refused switch { "key" => $"<p role=\"alert\">{In(BadKey)}</p>", "link" => $"<p role=\"alert\">{In(BadLink)}</p>", _ => "" };
        var asked = ByLink ? $"<p>{In(Once)}</p>" : $"""
            <p><label>{In(Key)} <input type="password" name="key" autocomplete="current-password" required autofocus></label></p>
            """;
        return $"""
            <!DOCTYPE html>
            <html lang="{(vietnamese ? "vi" : "en")}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{In(Title)}</title></head>
            <body><main>
            <h1>{In(Title)}</h1>
            {refused}
            <form method="post"{(ByLink ? "" : $" action=\"{SignInRoutes.SignIn}\"")}>
            <input type="hidden" name="{FormTokens.Field}" value="{Token}">
            <input type="hidden" name="back" value="{HtmlEncoder.Default.Encode(Back)}">
            {asked}
            <p><button>{In(Button)}</button></p>
            </form>
            </main></body>
            </html>

            """;
    }
}
