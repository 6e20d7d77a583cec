using CityGrains.Journal;

namespace CityGrains.Api.Imports.Edits;

/// <summary>Where rows are brought about.</summary>
internal interface IEditDesk
{
    /// <summary>What rows that must be decided together have in common; null where a row stands alone.</summary>
    string? Together(EditRow row);

    /// <summary>True when the rows were brought about, false when they were so already; faults are noted with them.</summary>
    /// <exception cref="JournalUnavailableException">The store failed; the same import can be made again.</exception>
    Task<bool> Bring(IReadOnlyList<EditRow> together, CancellationToken cancel);
}
