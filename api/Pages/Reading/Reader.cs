using System.Globalization;
using CityGrains.Api.Access;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using Microsoft.AspNetCore.Antiforgery;

namespace CityGrains.Api.Pages.Reading;

/// <summary>Who reads a page: in which language, as whom, on what day. Pages ask it for every word, date and number.</summary>
public sealed partial class Reader(TimeProvider time)
{
    /// <summary>The cookie, and the parameter, that name the language.</summary>
    public const string LanguageName = "lang";

    private static readonly CultureInfo Vi = CultureInfo.GetCultureInfo("vi-VN"), En = CultureInfo.GetCultureInfo("en-GB");

    private Func<AntiforgeryTokenSet>? _tokens;

    /// <summary>Vietnamese first; English for who asked for it.</summary>
    public bool Vietnamese { get; private set; } = true;

    /// <summary>The tag of the language, <c>vi</c> or <c>en</c>.</summary>
    public string Language => Vietnamese ? "vi" : "en";

    /// <summary>How numbers and names of months are written.</summary>
    public CultureInfo Culture => Vietnamese ? Vi : En;

    /// <summary>Who signed in; null on open pages.</summary>
    public Caller? Caller { get; private set; }

    /// <summary>The page being read, with its filters: <c>/agreements?q=son+la</c>.</summary>
    public string Address { get; private set; } = "/";

    /// <summary>The token that shows a form to come from a page of this program.</summary>
    public string FormToken => _tokens!().RequestToken!;

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <summary>The words of a key.</summary>
    public string this[string key] => Wording.Of(key).In(Vietnamese);

    /// <summary>The words of a key with values put in.</summary>
    public string this[string key, params object?[] values] => string.Format(Culture, Numbered(this[key], values), values);

    /// <summary>Words that have another form for one of a thing, after a bar: <c>{0:N0} cities|{0:N0} city</c>.</summary>
    private static string Numbered(string words, object?[] values) =>
        words.Split('|') is not [var many, var one] ? words : values is [1 or 1L, ..] ? one : many;

    /// <summary>A sentence of the program in the reader's language.</summary>
    public string Say(Sentence sentence) => sentence.In(Vietnamese);

    /// <summary>What a value of an enumeration is called: the key <c>kind.sister-city</c>, its values in kebab-case.</summary>
    public string Name<T>(string family, T value) where T : struct, Enum => this[$"{family}.{Kebab(value)}"];

    /// <summary>The written form of an enumeration's value.</summary>
    public static string Kebab<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>True when the caller has any of the roles.</summary>
    public bool MayAs(params IEnumerable<string> roles) => Caller is { } caller && roles.Any(role => caller.Roles.Contains(role, StringComparer.Ordinal));

    /// <summary>Looks at who sent the request.</summary>
    internal void Attend(HttpContext http)
    {
        Vietnamese = http.Request.Cookies[LanguageName] != "en";
        Caller = http.User.Identity is { IsAuthenticated: true } ? http.Caller() : null;
        _tokens = () => http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        Address = http.Request.Path + http.Request.QueryString;
    }
}
