using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Edits;

/// <summary>What is to be done with a record so that it is as a sheet says.</summary>
/// <typeparam name="TState">The record's state.</typeparam>
/// <typeparam name="TCommand">What can be asked of it.</typeparam>
internal interface IEditPlan<in TState, TCommand>
{
    /// <summary>What rows that must be decided together have in common; null where a row stands alone.</summary>
    string? Together(EditRow row) => null;

    /// <summary>Id of the record a row is about.</summary>
    string RecordOf(EditRow row) => row.Id;

    /// <summary>The version of what the row is about, where that is a part of the record; null: it is the record.</summary>
    long? VersionOf(TState state, EditRow row) => null;

    /// <summary>What a row says that no command can bring about; noted with it.</summary>
    void Check(TState state, EditRow row);

    /// <summary>What rows that are decided together ask for; null where they ask for nothing.</summary>
    EditStep<TCommand>? First(TState state, IReadOnlyList<EditRow> rows) => null;

    /// <summary>The next thing a row asks for; null once the record is as it says.</summary>
    EditStep<TCommand>? Next(TState state, EditRow row);

    /// <summary>The field that a field of a command is read from.</summary>
    string? FieldOf(string path);
}

/// <summary>Something a row asks for.</summary>
/// <param name="Command">What is asked of the record.</param>
internal sealed record EditStep<TCommand>(TCommand Command)
{
    /// <summary>The cell that asks for it; null where it is no one cell.</summary>
    public string? Field { get; init; }

    /// <summary>When it happened, where the command itself does not say; null: as the event has it.</summary>
    public DateOfRecord? On { get; init; }

    /// <summary>Why; null where the row does not say.</summary>
    public string? Reason { get; init; }

    /// <summary>It adds to a series: a sheet that bears no versions is heard once, however often it is imported.</summary>
    public bool Once { get; init; }
}
