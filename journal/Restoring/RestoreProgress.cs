namespace CityGrains.Journal.Restoring;

/// <summary>How far a restore has come.</summary>
/// <param name="Step">What it does now.</param>
/// <param name="Done">Bytes read; of rows, events folded.</param>
/// <param name="Total">Bytes of the file; of rows, events in all.</param>
public sealed record RestoreProgress(RestoredStep Step, long Done, long Total);

/// <summary>What a restore does, one after the other.</summary>
public enum RestoredStep
{
    /// <summary>Verifies the file.</summary>
    File,

    /// <summary>Puts the events in.</summary>
    Events,

    /// <summary>Folds the rows.</summary>
    Rows,
}
