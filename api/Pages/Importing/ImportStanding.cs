using CityGrains.Api.Imports;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Pages.Importing;

/// <summary>How far the import of a file is.</summary>
public enum ImportPhase
{
    /// <summary>Every row is decided, nothing recorded.</summary>
    Checking,

    /// <summary>It is known what would become of each row.</summary>
    Checked,

    /// <summary>Rows are recorded.</summary>
    Importing,

    /// <summary>It ran to its end.</summary>
    Imported,

    /// <summary>It was stopped, or broke off; what was recorded stays.</summary>
    Stopped,

    /// <summary>The file as a whole cannot be read so.</summary>
    Refused,
}

/// <summary>Where the import of a file stands; replaced as it goes on.</summary>
/// <param name="Phase">How far it is.</param>
/// <param name="Choice">How it is read.</param>
/// <param name="Map">The map it is read by, before what the person says of columns.</param>
/// <param name="Look">What the file looks like.</param>
internal sealed record ImportStanding(ImportPhase Phase, ImportChoice Choice, ImportMap? Map, FileLook? Look)
{
    /// <summary>Something is going on.</summary>
    public bool IsRunning => Phase is ImportPhase.Checking or ImportPhase.Importing;

    /// <summary>What is told of rows.</summary>
    public ImportFindings? Findings { get; init; }

    /// <summary>How many rows ended how; once it ran to its end.</summary>
    public ImportSummary? Summary { get; init; }

    /// <summary>Its columns and rows; once it could be read.</summary>
    public CheckedFile? Checked { get; init; }

    /// <summary>Why it did not; null where it did.</summary>
    public Problem? Problem { get; init; }
}
