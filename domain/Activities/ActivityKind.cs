namespace CityGrains.Domain.Activities;

/// <summary>What sort of activity of cooperation it is. Written in kebab-case: <c>delegation-in</c>.</summary>
public enum ActivityKind
{
    /// <summary>Hội nghị, hội thảo, diễn đàn.</summary>
    Conference,

    /// <summary>Chuyến thăm, làm việc.</summary>
    Visit,

    /// <summary>Triển lãm, hội chợ.</summary>
    Exhibition,

    /// <summary>Đào tạo, tập huấn.</summary>
    Training,

    /// <summary>Đoàn vào.</summary>
    DelegationIn,

    /// <summary>Đoàn ra.</summary>
    DelegationOut,
}

/// <summary>How far an activity has come.</summary>
public enum ActivityState
{
    /// <summary>Nothing is recorded yet.</summary>
    Unrecorded,

    /// <summary>Dự kiến.</summary>
    Planned,

    /// <summary>Đã tổ chức.</summary>
    Held,

    /// <summary>Đã báo cáo kết quả.</summary>
    Reported,

    /// <summary>Đã hủy.</summary>
    Cancelled,
}
