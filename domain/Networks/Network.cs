using CityGrains.Domain.Record;

namespace CityGrains.Domain.Networks;

/// <summary>A network that cities join. It is data: an office edits it, no program does.</summary>
/// <param name="Id">Its id, <c>gnlc</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Criteria">How many numbered criteria it assesses a city by; 0 where it numbers none.</param>
/// <param name="ReportCycleMonths">A member reports every so many months.</param>
public sealed record Network(string Id, Sentence Name, int Criteria, int ReportCycleMonths)
{
    /// <summary>The most criteria a network can have.</summary>
    public const int MostCriteria = 1000;
}
