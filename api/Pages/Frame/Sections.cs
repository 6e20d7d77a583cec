using CityGrains.Api.Access;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Frame;

/// <summary>A section of the pages: in the row under the search, behind <c>g</c> and its letter.</summary>
/// <param name="Name">What it is called among the texts, <c>work</c>.</param>
/// <param name="Path">Where it begins.</param>
/// <param name="Letter">The key after <c>g</c>.</param>
/// <param name="Roles">Who may open it.</param>
public sealed record Section(string Name, string Path, char Letter, IReadOnlyList<string> Roles)
{
    /// <summary>Its key among the texts.</summary>
    public string Text { get; } = $"section.{Name}";
}

/// <summary>The sections there are.</summary>
public static class Sections
{
    /// <summary>All of them, in the order they are shown.</summary>
    public static IReadOnlyList<Section> All { get; } =
    [
        new("work", "/work", 'v', [Role.Officer, Role.Approver]),
        new("list", "/agreements", 'd', Role.All),
        new("cities", "/cities", 'p', Role.All),
        new("activities", Activities.ActivityListing.Path, 'h', Role.All),
        new("overview", "/overview", 't', Role.All),
        new("audit", "/audit", 'k', [Role.Auditor, Role.Leader, Role.Admin]),
        new("admin", "/admin", 'q', [Role.Admin]),
    ];

    /// <summary>
    /// Where a caller begins: an officer with what is owed, a leader with how much is real, an auditor with what is proved, an administrator with how it runs.
    /// </summary>
    public static string Home(Reader reader) =>
        reader.MayAs(Role.Officer, Role.Approver) ? "/work"
        : reader.MayAs(Role.Leader) ? "/overview"
        : reader.MayAs(Role.Auditor) ? "/audit"
        : reader.MayAs(Role.Admin) ? "/admin" : "/agreements";
}
