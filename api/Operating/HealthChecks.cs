using CityGrains.Api.Limits;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Record;
using CityGrains.Silo.Health;

namespace CityGrains.Api.Operating;

/// <summary>What was found of the node, and of the requests to it, as it is told.</summary>
internal static class HealthChecks
{
    /// <summary>The status of what keeps the node from serving.</summary>
    public const string Down = "down";

    private static readonly Finding Full = new("requests", Standing.Down, new Sentence(
        "Máy chủ đang xử lý số yêu cầu nhiều nhất có thể; thêm máy, hoặc nâng CityGrains__Limits__AtOnce.", "The server works on as many requests as it may; add a machine, or raise CityGrains__Limits__AtOnce."));

    public static IReadOnlyList<HealthCheckView> Of(IEnumerable<Finding> findings, Occupancy occupancy) =>
        [.. findings.Append(occupancy.IsFull ? Full : Finding.Well(Full.Part)).Select(finding => new HealthCheckView(finding.Part, Status(finding.Standing), finding.Why.Vi, finding.Why.En))];

    private static string Status(Standing standing) => standing switch { Standing.Well => "well", Standing.Ailing => "ailing", _ => Down };
}
