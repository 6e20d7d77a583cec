using CityGrains.Domain.Record;

namespace CityGrains.Journal.Restoring;

/// <summary>The file is no export, was cut off or changed, and nothing was restored from it; the reason names the line.</summary>
public sealed class FileRefusedException(Sentence reason) : Exception($"{reason.En} / {reason.Vi}")
{
    /// <summary>What is wrong, and in which line.</summary>
    public Sentence Reason { get; } = reason;
}
