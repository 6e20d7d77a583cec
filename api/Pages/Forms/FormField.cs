using System.Text.Json;
using CityGrains.Api.Json.Shapes;

namespace CityGrains.Api.Pages.Forms;

/// <summary>A field of a form, as the shape of its command has it.</summary>
/// <param name="Path">Where it stands in the command, and what the API calls it in a refusal: <c>evidence.datedOn</c>.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Required">It must be filled in.</param>
public sealed record FormField(string Path, Shape Shape, bool Required)
{
    private static readonly string[] Prose = ["summary", "text", "ground", "what", "remaining", "description", "reason"];

    /// <summary>Its last word, in kebab-case: the key of its label.</summary>
    public string Name => JsonNamingPolicy.KebabCaseLower.ConvertName(Path.Split('.')[^1]);

    /// <summary>Its id on the page.</summary>
    public string Id => "f-" + Path.Replace('.', '-').Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    /// <summary>It takes more than a line, or several.</summary>
    public bool IsLong => Shape is ListShape || (Shape is TextShape && Prose.Contains(Path.Split('.')[^1], StringComparer.Ordinal));

    /// <summary>It is a day.</summary>
    public bool IsDay => Shape is DateShape or DayShape;

    /// <summary>A day that has come, most often today; the others lie ahead.</summary>
    public bool IsToday => IsDay && Required && !Path.EndsWith("dueOn", StringComparison.Ordinal) && !Path.EndsWith("until", StringComparison.Ordinal);

    /// <summary>The field at a path of a command's shape.</summary>
    /// <exception cref="InvalidOperationException">The command has no such field.</exception>
    public static FormField Of(ObjectShape command, string path)
    {
        Shape shape = command;
        var required = true;
        foreach (var part in path.Split('.'))
        {
            var name = part.Split('[')[0];
            var property = ((ObjectShape)shape).Properties.First(one => one.Name == name);
            shape = part.EndsWith(']') ? ((ListShape)property.Shape).Item : property.Shape;
            required &= property.Required;
        }

        return new FormField(path, shape, required);
    }
}
