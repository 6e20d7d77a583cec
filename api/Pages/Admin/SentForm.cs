using System.Text.Json.Nodes;
using CityGrains.Api.Json.Shapes;
using CityGrains.Api.Pages.Forms;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Pages.Admin;

/// <summary>A form as it was sent.</summary>
/// <param name="Name">Which form.</param>
/// <param name="Values">What its fields held, by path; where several were chosen, one a line.</param>
internal sealed record SentForm(string Name, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Why it was refused.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Reads a form, and makes its request the one that the API takes, so that it goes the same way.</summary>
    public static async Task<SentForm> Read(HttpContext http, string name, ObjectShape shape, params IReadOnlyList<string> paths)
    {
        var fields = paths.Select(path => FormField.Of(shape, path)).ToList();
        return await Read(http, name, values => FormBody.Of(fields, values), paths);
    }

    /// <summary>The same where the body is made otherwise.</summary>
    public static async Task<SentForm> Read(
        HttpContext http, string name, Func<IReadOnlyDictionary<string, string>, JsonObject> body, params IReadOnlyList<string> paths)
    {
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var values = paths.ToDictionary(path => path, path => string.Join('\n', sent[path].OfType<string>()), StringComparer.Ordinal);
        FormRequest.Become(http.Request, body(values), sent[FormRequest.Key]);
        return new SentForm(name, values);
    }

    /// <summary>The same with why it was refused.</summary>
    /// <exception cref="InvalidOperationException">It was not refused.</exception>
    public SentForm Refused(IResult answer) => this with { Problem = answer as Problem
        ?? throw new InvalidOperationException($"The form '{Name}' was answered {answer.GetType().Name}, and not refused.") };

    /// <summary>A form that is a button.</summary>
    public static Task<SentForm> Read(HttpContext http, string name) => Read(http, name, _ => []);
}
