using System.Globalization;
using System.Text.Json;
using CityGrains.Api.Json.Shapes;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Forms;

/// <summary>A field of a form, as the shape of its command has it.</summary>
/// <param name="Path">Where it stands in the command, and what the API calls it in a refusal: <c>evidence.datedOn</c>.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Required">It must be filled in.</param>
public sealed record FormField(string Path, Shape Shape, bool Required)
{
    private static readonly string[] Prose = ["summary", "text", "ground", "what", "remaining", "description", "reason"];

    /// <summary>The key of its label: its last two words where they have one of their own, else the last, in kebab-case.</summary>
    public string Name => NameOf(Path);

    /// <summary>Which of several alike it belongs to, from 0; null where there is one.</summary>
    public int? Place => PartOf(Path.Split('.')[0]).Place;

    /// <summary>A date that may be known to the month or year only, or not at all.</summary>
    public bool IsLoose { get; init; }

    /// <summary>A document whose print is taken: the person gives the file, and only its SHA-256 is kept.</summary>
    public bool IsFile => Path.EndsWith("sha256", StringComparison.Ordinal);

    /// <summary>Its id on the page.</summary>
    public string Id => "f-" + Path.Replace('.', '-').Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    /// <summary>It takes more than a line, or several.</summary>
    public bool IsLong => Shape is ListShape || (Shape is TextShape && Prose.Contains(Path.Split('.')[^1], StringComparer.Ordinal));

    /// <summary>It is a date.</summary>
    public bool IsDate => Shape is DateShape or DayShape;

    /// <summary>It is a date known to the day.</summary>
    public bool IsDay => IsDate && !IsLoose;

    /// <summary>A day that has come, most often today; the others lie ahead.</summary>
    public bool IsToday =>
        IsDay && (Required || Path == "occurredOn") && !Path.EndsWith("dueOn", StringComparison.Ordinal) && !Path.EndsWith("until", StringComparison.Ordinal);

    /// <summary>The field at a path of a command's shape.</summary>
    /// <exception cref="InvalidOperationException">The command has no such field.</exception>
    public static FormField Of(ObjectShape command, string path)
    {
        Shape shape = command;
        var required = true;
        foreach (var part in path.Split('.'))
        {
            var (name, place) = PartOf(part);
            var property = ((ObjectShape)shape).Properties.First(one => one.Name == name);
            shape = place is null ? property.Shape : ((ListShape)property.Shape).Item;
            required &= property.Required;
        }

        return new FormField(path, shape, required);
    }

    /// <summary>The key of the label of a path.</summary>
    public static string NameOf(string path)
    {
        var words = path.Split('.').Select(part => JsonNamingPolicy.KebabCaseLower.ConvertName(PartOf(part).Name)).ToArray();
        var both = string.Join('-', words[^Math.Min(2, words.Length)..]);
        return Wording.All.ContainsKey($"field.{both}") ? both : words[^1];
    }

    /// <summary>A part of a path: <c>parties[1]</c> is the second of the parties.</summary>
    internal static (string Name, int? Place) PartOf(string part) => part.IndexOf('[', StringComparison.Ordinal) is > 0 and var at
        ? (part[..at], int.Parse(part.AsSpan(at + 1, part.Length - at - 2), NumberStyles.None, CultureInfo.InvariantCulture)) : (part, null);
}
