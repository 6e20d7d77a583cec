namespace CityGrains.Domain.Access;

/// <summary>What somebody did, or wanted to, that leaves no event of its own.</summary>
public enum AccessKind
{
    /// <summary>A browser's session was begun.</summary>
    SignIn,

    /// <summary>Sessions were ended.</summary>
    SignOut,

    /// <summary>Something was refused to a caller who is unknown, or has not the role, or is of another office, or came too often.</summary>
    Denied,

    /// <summary>Keys of people and programs were changed.</summary>
    KeyChange,

    /// <summary>Something beside the record was changed: receivers of webhooks, calendars' addresses, reminders, seals.</summary>
    Change,

    /// <summary>Records left as a file.</summary>
    Export,
}

/// <summary>An entry of the access log.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="At">When; of several alike, the first.</param>
/// <param name="What">What was asked: method and path as the route writes it, <c>POST /api/v1/keys/{id}/revoke</c>.</param>
public sealed record AccessEntry(AccessKind Kind, DateTimeOffset At, string What)
{
    /// <summary>What it was about, where the route does not say: the path as it was sent, at most 200 characters.</summary>
    public string? Path { get; init; }

    /// <summary>Who; null when nobody known.</summary>
    public string? Actor { get; init; }

    /// <summary>The office acted for.</summary>
    public string? Office { get; init; }

    /// <summary>The address the request came from.</summary>
    public string? Address { get; init; }

    /// <summary>How it was answered, by HTTP status.</summary>
    public int? Status { get; init; }

    /// <summary>How often, where several alike are told as one.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The trace of the request.</summary>
    public string? CorrelationId { get; init; }
}
