using CityGrains.Api.Problems;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Commands;

/// <summary>Problems with the id of a record that is to begin.</summary>
internal static class BeginProblems
{
    /// <summary>The id the caller gave is none.</summary>
    public static Problem BadId { get; } = RefusalProblem.Of(Refusal.Invalid([FieldFault.Of("id",
        $"dùng chữ thường không dấu, chữ số và gạch nối, tối đa {RecordId.Longest} ký tự, như vn-son-la",
        $"use lower-case letters, digits and hyphens, at most {RecordId.Longest} characters, as in vn-son-la")]));

    /// <summary>The name has no letters an id could be made of.</summary>
    public static Problem NoIdInName { get; } = RefusalProblem.Of(Refusal.Invalid([FieldFault.Of("id",
        "không rút được mã từ tên này; hãy đặt mã, như jp-kawasaki", "none can be made from this name; give one, as jp-kawasaki")]));
}
