using CityGrains.Domain.Checks;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Activities;

/// <summary>The days something takes, each as exactly as known.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; null: it is over the same day.</param>
public sealed record Days(DateOfRecord From, DateOfRecord? To = null)
{
    /// <summary>The last day, as exactly as known.</summary>
    public DateOfRecord Last => To ?? From;

    /// <summary>It may lie within the given days, either of which may be open: no day of it is known to lie outside.</summary>
    public bool MayTouch(DateOnly? from, DateOnly? to) => !(from is { } first && Last.IsBefore(first)) && !(to is { } last && From.IsAfter(last));

    internal static void Check(FieldChecks fields, string path, Days days)
    {
        fields.Known($"{path}.from", days.From);
        if (days.To is not { } to) return;
        fields.Known($"{path}.to", to).Must(!to.IsBefore(days.From), $"{path}.to", "không thể trước ngày bắt đầu", "must not lie before the first day");
    }
}

/// <summary>How many of what an activity reached.</summary>
/// <param name="What">"đại biểu", "lượt theo dõi", "lượt tương tác".</param>
/// <param name="Value">The number as the source states it.</param>
/// <param name="Qualifier">Exact, nearly or more than.</param>
public sealed record Reach(string What, decimal Value, Qualifier Qualifier)
{
    internal static void Check(FieldChecks fields, string path, Reach reach) => fields
        .Text($"{path}.what", reach.What, 200).OneOf($"{path}.qualifier", reach.Qualifier)
        .Must(reach.Value >= 0, $"{path}.value", "không thể âm", "must not be negative");
}

/// <summary>What came of an activity.</summary>
/// <param name="ReportedOn">When that was reported.</param>
/// <param name="Summary">In a few sentences.</param>
/// <param name="Reference">Number of the report; null when it has none.</param>
public sealed record ActivityResult(DateOfRecord ReportedOn, string Summary, string? Reference);
