namespace CityGrains.Api.Access.Keys;

/// <summary>Asks for a key.</summary>
/// <param name="Id">Name of the person or program; events bear it as their actor. Each name once, for ever.</param>
/// <param name="Roles">officer, approver, leader, auditor, admin: any of them.</param>
/// <param name="Office">The office it acts for: an id, or a name.</param>
public sealed record KeyRequest(string Id, IReadOnlyList<string> Roles, string Office)
{
    /// <summary>A body that is accepted, JSON.</summary>
    public const string Example = """{"id": "Nguyễn Thị Lan", "roles": ["officer"], "office": "so-ngoai-vu-son-la", "validUntil": "2027-12-31"}""";

    /// <summary>The last day on which it opens anything, in Vietnam; left out: no last day.</summary>
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>Asks for another end of a key.</summary>
public sealed record KeyEndRequest
{
    /// <summary>A body that is accepted, JSON.</summary>
    public const string Example = """{"validUntil": "2026-12-31"}""";

    /// <summary>The last day on which it opens anything, in Vietnam; left out: no last day.</summary>
    public DateOnly? ValidUntil { get; init; }
}
