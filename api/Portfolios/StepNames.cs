using System.Text.Json;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Portfolios;

/// <summary>What people, and paths, call the steps of an agreement's life.</summary>
internal static class StepNames
{
    /// <summary>Milestones found missed: no step of an agreement, and listed beside them.</summary>
    public const string MilestoneMissed = "milestone-missed";

    /// <summary>Every name in a path.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<LifeStep>().Select(InPath), MilestoneMissed];

    /// <summary>What people call milestones that were missed.</summary>
    public static Sentence Missed { get; } = new("Mốc không đạt", "Milestones missed");

    /// <summary>The name in a path, <c>in-effect</c>.</summary>
    public static string InPath(LifeStep step) => JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString());

    /// <summary>The step of a name in a path; null when it is none.</summary>
    public static LifeStep? OfPath(string name) => Enum.GetValues<LifeStep>().Where(step => InPath(step) == name).Cast<LifeStep?>().SingleOrDefault();

    /// <summary>What people call a step.</summary>
    public static Sentence Of(LifeStep step) => step switch
    {
        LifeStep.Proposed => new("Đề xuất", "Proposed"),
        LifeStep.Signed => new("Đã ký", "Signed"),
        LifeStep.InEffect => new("Có hiệu lực", "In effect"),
        LifeStep.Planned => new("Có kế hoạch thực hiện", "Planned"),
        LifeStep.Evidenced => new("Có bằng chứng thực hiện", "First evidence"),
        LifeStep.Implementing => new("Đang thực hiện", "Implementing"),
        LifeStep.Implemented => new("Đã thực hiện", "Implemented"),
        _ => new("Đã kết thúc", "Ended"),
    };
}
