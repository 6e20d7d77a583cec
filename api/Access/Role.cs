namespace CityGrains.Api.Access;

/// <summary>What a caller may do, declared beside each route.</summary>
public static class Role
{
    /// <summary>Cán bộ: writes within the own office.</summary>
    public const string Officer = "officer";

    /// <summary>Người phê duyệt: approves what others proposed.</summary>
    public const string Approver = "approver";

    /// <summary>Lãnh đạo: reads all.</summary>
    public const string Leader = "leader";

    /// <summary>Thanh tra: reads all, with history and proofs.</summary>
    public const string Auditor = "auditor";

    /// <summary>Quản trị: keys, offices, policy.</summary>
    public const string Admin = "admin";

    /// <summary>
    /// Bearer of a calendar's address: reads the deadlines of one office, at that address and nowhere else. No person's role, so not among <see cref="All"/>.
    /// </summary>
    public const string Calendar = "calendar";

    /// <summary>Every role, in the order they are shown.</summary>
    public static IReadOnlyList<string> All { get; } = [Officer, Approver, Leader, Auditor, Admin];
}
