using System.Globalization;
using System.Text.RegularExpressions;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Parts;

/// <summary>A sentence of the API as people read it on a record's page: days as they write them, events of the record as links into its history.</summary>
internal static partial class Told
{
    /// <summary>Its pieces.</summary>
    public static IReadOnlyList<Linked> Of(Reader reader, string sentence, string record)
    {
        var (pieces, at) = (new List<Linked>(), 0);
        foreach (Match place in Place().Matches(sentence))
        {
            pieces.Add(new Linked(sentence[at..place.Index], Link: null));
            pieces.Add(Of(reader, place, record));
            at = place.Index + place.Length;
        }

        return [.. pieces, new Linked(sentence[at..], Link: null)];
    }

    private static Linked Of(Reader reader, Match place, string record) =>
        place.Groups["version"] is { Success: true, Value: var version } ? place.Groups["record"].Value == record ? new Linked($"#{version}", $"#v{version}")
            : new Linked(place.Value, Link: null)
        : new Linked(DateOnly.TryParseExact(place.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? reader.Day(day) : place.Value, Link: null);

    [GeneratedRegex(@"(?<record>[\w-]+)@(?<version>\d+)|(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
