using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;

namespace CityGrains.Silo;

/// <summary>What the CloudEvents of this record say they come from.</summary>
public static class EventSource
{
    /// <summary>Where nothing else is configured.</summary>
    public const string Usual = "urn:citygrains";

    /// <summary>Sets it.</summary>
    public static Setting<string?> Named { get; } = Settable.Text("CityGrains:Source", text => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
        new Sentence("một URI", "a URI-reference"),
        new Sentence("Nguồn ghi trong các sự kiện CloudEvents, khi một nơi đọc nhiều hồ sơ",
            "What CloudEvents say they come from, where several records feed one reader"), Usual);
}
