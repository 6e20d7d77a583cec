using CityGrains.Domain.Record;

namespace CityGrains.Domain.Reports;

/// <summary>What the annual report counts.</summary>
public enum AnnualMeasure
{
    /// <summary>Signed in the year.</summary>
    Signed,

    /// <summary>Came into effect in the year.</summary>
    InEffect,

    /// <summary>Got their first plan in the year.</summary>
    Planned,

    /// <summary>Work began in the year.</summary>
    Implementing,

    /// <summary>Were implemented in the year.</summary>
    Implemented,

    /// <summary>Ended in the year.</summary>
    Ended,

    /// <summary>Signed and not yet in effect on the day.</summary>
    StandSigned,

    /// <summary>In effect without a plan on the day.</summary>
    StandInEffect,

    /// <summary>Planned, not begun, on the day.</summary>
    StandPlanned,

    /// <summary>Being implemented on the day.</summary>
    StandImplementing,

    /// <summary>Implemented on the day.</summary>
    StandImplemented,

    /// <summary>Suspended on the day.</summary>
    StandSuspended,

    /// <summary>Milestones due before the day and neither met nor waived by then.</summary>
    Overdue,

    /// <summary>Milestones due in the next year.</summary>
    DueNextYear,

    /// <summary>Proposed and neither signed nor given up on the day: what the next year may sign.</summary>
    Proposed,
}

/// <summary>What people call the measures.</summary>
public static class AnnualMeasures
{
    /// <summary>The parts of the report, each with its heading and measures.</summary>
    public static IReadOnlyList<(Sentence Heading, IReadOnlyList<AnnualMeasure> Measures)> Parts { get; } =
    [
        (new("Trong năm", "In the year"),
            [AnnualMeasure.Signed, AnnualMeasure.InEffect, AnnualMeasure.Planned, AnnualMeasure.Implementing, AnnualMeasure.Implemented, AnnualMeasure.Ended]),
        (new("Hiện trạng đến ngày báo cáo", "As it stands on the day of the report"),
            [
                AnnualMeasure.StandSigned, AnnualMeasure.StandInEffect, AnnualMeasure.StandPlanned, AnnualMeasure.StandImplementing,
                AnnualMeasure.StandImplemented,
                AnnualMeasure.StandSuspended, AnnualMeasure.Overdue,
            ]),
        (new("Kế hoạch năm sau", "Plan of the next year"), [AnnualMeasure.DueNextYear, AnnualMeasure.Proposed]),
    ];

    /// <summary>What people call a measure.</summary>
    public static Sentence Name(AnnualMeasure measure) => measure switch
    {
        AnnualMeasure.Signed => new("Ký kết", "Signed"),
        AnnualMeasure.InEffect => new("Bắt đầu có hiệu lực", "Came into effect"),
        AnnualMeasure.Planned => new("Có kế hoạch thực hiện", "Got a plan"),
        AnnualMeasure.Implementing => new("Bắt đầu thực hiện", "Work began"),
        AnnualMeasure.Implemented => new("Thực hiện xong", "Implemented"),
        AnnualMeasure.Ended => new("Kết thúc", "Ended"),
        AnnualMeasure.StandSigned => new("Đã ký, chưa có hiệu lực", "Signed, not yet in effect"),
        AnnualMeasure.StandInEffect => new("Có hiệu lực, chưa có kế hoạch", "In effect, without a plan"),
        AnnualMeasure.StandPlanned => new("Có kế hoạch, chưa thực hiện", "Planned, not begun"),
        AnnualMeasure.StandImplementing => new("Đang thực hiện", "Being implemented"),
        AnnualMeasure.StandImplemented => new("Đã thực hiện", "Implemented"),
        AnnualMeasure.StandSuspended => new("Tạm đình chỉ", "Suspended"),
        AnnualMeasure.Overdue => new("Mốc quá hạn", "Milestones overdue"),
        AnnualMeasure.DueNextYear => new("Mốc đến hạn trong năm sau", "Milestones due in the next year"),
        _ => new("Đang đề xuất, chưa ký", "Proposed, not yet signed"),
    };
}
