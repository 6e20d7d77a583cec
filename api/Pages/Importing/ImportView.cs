using CityGrains.Api.Problems;

namespace CityGrains.Api.Pages.Importing;

/// <summary>What can be imported, and what is wrong with what was sent.</summary>
/// <param name="Kinds">The sorts of files.</param>
/// <param name="Problem">Why nothing was taken in; null at first.</param>
public sealed record ImportStart(IReadOnlyList<ImportKind> Kinds, Problem? Problem);

/// <summary>A sort of file.</summary>
/// <param name="Name">Name of its map.</param>
/// <param name="Title">What people call it.</param>
public sealed record ImportKind(string Name, Domain.Record.Sentence Title);

/// <summary>A file on its way in, as a page shows it.</summary>
/// <param name="Id">What its address calls it.</param>
/// <param name="File">Its name.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Kinds">The sorts of files.</param>
/// <param name="Kind">The one it is read as; null before it is known.</param>
public sealed record ImportView(string Id, string File, ImportPhase Phase, IReadOnlyList<ImportKind> Kinds, ImportKind? Kind)
{
    /// <summary>Why it cannot be read so, or broke off.</summary>
    public Problem? Problem { get; init; }

    /// <summary>How many rows were looked at, of how many.</summary>
    public (int Rows, int Of) Progress { get; init; }

    /// <summary>How many rows ended how; null before it ran to its end.</summary>
    public ImportCounts? Counts { get; init; }

    /// <summary>Rows that are not simply accepted, the first of each sort.</summary>
    public IReadOnlyList<ImportLine> Lines { get; init; } = [];

    /// <summary>How its columns are read.</summary>
    public IReadOnlyList<ReadColumn> Columns { get; init; } = [];

    /// <summary>What a column can mean: field and name.</summary>
    public IReadOnlyList<(string Field, string Label)> Fields { get; init; } = [];

    /// <summary>The page of the list that the rows are in.</summary>
    public string List { get; init; } = "/agreements";

    /// <summary>The sheets of a workbook.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The sheet a person chose.</summary>
    public string? Sheet { get; init; }

    /// <summary>What stands first in dates that do not say: day-first, month-first, or nothing.</summary>
    public string Dates { get; init; } = "";

    /// <summary>How many rows have something to tell.</summary>
    public int Told => Counts is null ? Lines.Count
        : Counts.Refused + Counts.Remarks + Counts.Duplicate + (Lines.Any(line => line.Outcome == "planned") ? Counts.Accepted : 0);

    /// <summary>Something is going on.</summary>
    public bool IsRunning => Phase is ImportPhase.Checking or ImportPhase.Importing;

    /// <summary>The file can be checked again: nothing of it is being recorded.</summary>
    public bool MayBeReadOtherwise => Phase is ImportPhase.Checked or ImportPhase.Refused;
}

/// <summary>How many rows ended how.</summary>
/// <param name="Accepted">New in the record.</param>
/// <param name="Refused">To be mended.</param>
/// <param name="Duplicate">Said by an earlier row.</param>
/// <param name="Unchanged">In the record already.</param>
/// <param name="Remarks">To be looked at.</param>
public sealed record ImportCounts(int Accepted, int Refused, int Duplicate, int Unchanged, int Remarks);

/// <summary>A column of the file.</summary>
/// <param name="Index">Its place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sample">What stands in it.</param>
/// <param name="Field">What it is read as, <see cref="PassedOver"/>, or null where nobody knows.</param>
/// <param name="Proposed">What it may mean, by the likeness of names; nobody has said so.</param>
public sealed record ReadColumn(int Index, string Name, string Sample, string? Field, string? Proposed)
{
    /// <summary>Says of a column that it is passed over.</summary>
    public const string PassedOver = "-";

    /// <summary>What its list begins with.</summary>
    public string? Chosen => Field ?? Proposed;
}
