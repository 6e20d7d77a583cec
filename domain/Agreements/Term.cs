using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>How long an agreement stays in effect.</summary>
/// <param name="Until">Its last day; unknown when it has none or nobody knows.</param>
/// <param name="RenewsAutomatically">It goes on after that day unless a party objects.</param>
public sealed record Term(DateOfRecord Until, bool RenewsAutomatically = false)
{
    /// <summary>In effect until somebody ends it.</summary>
    public static Term Open { get; } = new(DateOfRecord.Unknown);

    /// <summary>When it is over: the day after the last, where that is known to the day.</summary>
    internal DateOfRecord DayAfter => Until is { Precision: DatePrecision.Day, Latest: { } last } ? DateOfRecord.Day(last.AddDays(1)) : Until;

    internal void Check(FieldChecks fields, string path, DateOfRecord effectiveOn) => fields.Must(
        !Until.IsBefore(effectiveOn), $"{path}.until", "không thể trước ngày có hiệu lực", "must not lie before the effective date");
}
