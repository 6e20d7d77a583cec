using CityGrains.Api.Problems;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>A workbook cannot be read on; it never leaves <see cref="SheetToCsv"/>.</summary>
internal sealed class SheetFaultException(Problem problem) : Exception(problem.Message.En)
{
    /// <summary>Why, for the sender.</summary>
    public Problem Problem => problem;
}
