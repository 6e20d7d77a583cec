namespace CityGrains.Api.Audit;

/// <summary>How writing the rows anew stands.</summary>
/// <param name="Status"><c>never</c>, <c>running</c>, <c>done</c>, or <c>failed</c>: the rows are as before, and the log says why.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="EndedAt">When it ended, UTC.</param>
/// <param name="Done">Events folded.</param>
/// <param name="Total">Events in all.</param>
public sealed record RebuildView(string Status, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, long? Done, long? Total)
{
    internal static RebuildView Never { get; } = new("never", StartedAt: null, EndedAt: null, Done: null, Total: null);
}
