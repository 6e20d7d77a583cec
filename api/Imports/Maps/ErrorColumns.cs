using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Maps;

/// <summary>The columns that stand after those of the sender in a file of refused rows; passed over when it is imported.</summary>
internal static class ErrorColumns
{
    /// <summary>The line of the row in the file that was sent.</summary>
    public static Sentence Line { get; } = new("Dòng bị từ chối", "Refused line");

    /// <summary>Why it was refused.</summary>
    public static Sentence Reason { get; } = new("Lý do bị từ chối", "Refused because");

    /// <summary>Their names in both languages.</summary>
    public static IReadOnlyList<string> All { get; } = [Line.Vi, Line.En, Reason.Vi, Reason.En];
}
