using System.Text.RegularExpressions;

namespace CityGrains.Api.Pages.Parts;

/// <summary>A sentence of the API as people read it on a record's page: the record's events are links into its history.</summary>
internal static partial class Told
{
    /// <summary>Its pieces.</summary>
    public static IReadOnlyList<Linked> Of(string sentence, string record)
    {
        var (pieces, at) = (new List<Linked>(), 0);
        foreach (Match named in Event().Matches(sentence).Where(named => named.Groups["record"].Value == record))
        {
            var version = named.Groups["version"].Value;
            pieces.Add(new Linked(sentence[at..named.Index], Link: null));
            pieces.Add(new Linked($"#{version}", $"#v{version}"));
            at = named.Index + named.Length;
        }

        return [.. pieces, new Linked(sentence[at..], Link: null)];
    }

    [GeneratedRegex(@"(?<record>[\w-]+)@(?<version>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Event();
}
