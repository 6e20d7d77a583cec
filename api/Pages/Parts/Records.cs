namespace CityGrains.Api.Pages.Parts;

/// <summary>Where records are shown.</summary>
internal static class Records
{
    /// <summary>The page of a record, by its stream, <c>agreement/agr-2026-000123</c>; null where it has none.</summary>
    public static string? Link(string stream) => stream.Split('/', 2) switch
    {
        ["agreement", var id] => $"/agreements/{id}",
        ["city", var id] => $"/cities/{id}",
        ["activity", var id] => $"/activities/{id}",
        ["office", var id] => $"/offices/{id}",
        _ => null,
    };
}
