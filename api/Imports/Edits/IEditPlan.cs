using CityGrains.Domain.Agreements;

namespace CityGrains.Api.Imports.Edits;

/// <summary>What is to be done with an agreement so that it is as a sheet says.</summary>
internal interface IEditPlan
{
    /// <summary>What rows that must be decided together have in common; null where a row stands alone.</summary>
    string? Together(EditRow row);

    /// <summary>What rows say that no command can bring about; noted with them.</summary>
    void Check(Agreement agreement, IReadOnlyList<EditRow> rows);

    /// <summary>What all of the rows ask for together; null where they ask for nothing.</summary>
    AgreementCommand? First(Agreement agreement, IReadOnlyList<EditRow> rows);

    /// <summary>The next thing a row asks for; null once the agreement is as it says.</summary>
    AgreementCommand? Next(Agreement agreement, EditRow row);

    /// <summary>The field that a field of a command is read from.</summary>
    string? FieldOf(string path);
}
