using CityGrains.Domain.Record;

namespace CityGrains.Domain.Networks;

/// <summary>A network that cities join. It is data: an office edits it, no program does.</summary>
/// <param name="Id">Its id, <c>gnlc</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Criteria">How many numbered criteria it assesses a city by; 0 where it numbers none.</param>
/// <param name="ReportCycleMonths">A member reports every so many months.</param>
/// <param name="Rule">Where the network says so, as its members cite it; null: the file does not tell.</param>
public sealed record Network(string Id, Sentence Name, int Criteria, int ReportCycleMonths, Sentence? Rule = null)
{
    /// <summary>What a member's report rests on: the network's own rule, or the day the network named.</summary>
    public Sentence ReportBasis => new(
        $"{Rule?.Vi ?? $"Quy định của {Name.Vi}: {ReportCycleMonths} tháng một lần"}, hoặc ngày mạng lưới ấn định",
        $"{Rule?.En ?? $"The rule of the {Name.En}: every {ReportCycleMonths} months"}, or the day the network named");

    /// <summary>The most criteria a network can have.</summary>
    public const int MostCriteria = 1000;
}
