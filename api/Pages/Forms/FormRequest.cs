using System.Text;
using System.Text.Json.Nodes;
using CityGrains.Api.Commands;
using CityGrains.Api.Json;

namespace CityGrains.Api.Pages.Forms;

/// <summary>
/// A form that was sent, made into the request that the API takes, so that it goes the same way: same checks, same grain, same refusals, recorded once however
/// often it is sent.
/// </summary>
internal static class FormRequest
{
    /// <summary>The field that names the command, as the header does.</summary>
    public const string Key = "key";

    /// <summary>Puts a command's body in the place of the form's.</summary>
    public static void Become(HttpRequest request, JsonObject body, string? key)
    {
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body.ToJsonString(ApiText)));
        request.ContentType = JsonAnswer.ContentType;
        request.QueryString = QueryString.Empty;
        if (key is { Length: > 0 }) request.Headers[CommandIdentity.Header] = key;
    }

    private static readonly System.Text.Json.JsonSerializerOptions ApiText = new()
        { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
