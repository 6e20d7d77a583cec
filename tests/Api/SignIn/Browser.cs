using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.SignIn;

/// <summary>A browser as far as sign-in is concerned: it keeps cookies, asks for pages, and sends their forms.</summary>
internal sealed partial class Browser(Uri server) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _client;

    private HttpClient Client =>
        _client ??= new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = server };

    /// <summary>The cookies it would send.</summary>
    public IReadOnlyList<Cookie> Cookies => [.. _cookies.GetCookies(server).Cast<Cookie>()];

    public Task<Answer> Open(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, content: null, headers);

    /// <summary>Opens a page and sends its form with these fields beside the token.</summary>
    public async Task<Answer> Submit(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = TokenOf(await Open(page));
        return await Post(action, [("__RequestVerificationToken", token), .. fields]);
    }

    public Task<Answer> Post(string path, params (string Name, string Value)[] fields) =>
        Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<Answer> PostJson(string path, string json, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public static string TokenOf(Answer page) => Token().Match(page.Expect(HttpStatusCode.OK).Text).Groups["token"].Value;

    public void Dispose() => _client?.Dispose();

    private async Task<Answer> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request);
        return await Answer.Read(response);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
