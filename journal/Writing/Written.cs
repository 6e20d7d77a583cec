namespace CityGrains.Journal.Writing;

/// <summary>How far an append has come.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Transaction">What recorded it; 0 where there is one writer.</param>
/// <param name="Positions">Of its events, in their order; empty unless appended.</param>
internal readonly record struct Written(AppendStatus Status, long Transaction, ReadOnlyMemory<long> Positions)
{
    /// <summary>Nothing was written, for the reason given.</summary>
    public static Written Refused(AppendStatus status) => new(status, 0, default);

    /// <summary>Written by the only writer there is, whose positions follow without a gap.</summary>
    public static Written UpTo(long position, int count) =>
        new(AppendStatus.Appended, 0, count == 1 ? new[] { position } : Enumerable.Range(0, count).Select(i => position - count + 1 + i).ToArray());

    /// <summary>What the caller is told.</summary>
    public AppendOutcome Of(AppendRequest request)
    {
        if (Status is not AppendStatus.Appended) return new AppendOutcome(Status, []);
        var events = new RecordedEvent[Positions.Length];
        for (var i = 0; i < events.Length; i++) events[i] = request.Events[i] with { Transaction = Transaction, Position = Positions.Span[i] };
        return new AppendOutcome(AppendStatus.Appended, events);
    }
}
