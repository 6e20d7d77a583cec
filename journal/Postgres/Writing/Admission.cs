using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>
/// Decides which appends of a batch go into the next attempt. At first only what the batch itself tells is known: an append that follows another in it, or
/// repeats its command. After an attempt was refused, the record was asked as well.
/// </summary>
internal sealed class Admission
{
    private readonly Dictionary<StreamId, long> _versions = [];
    private readonly HashSet<Guid> _commands = [];
    private readonly List<PendingAppend> _admitted = [];

    /// <summary>
    /// Sorts a batch: the appends that may be written, by stream, so that nodes which write the same streams do so in one order; the outcome of the others is
    /// noted.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="found">What the record says of it; null when it was not asked.</param>
    /// <param name="uncertain">The batch was sent before, and its answer was lost.</param>
    public IReadOnlyList<PendingAppend> Admit(IReadOnlyList<PendingAppend> batch, Found? found, bool uncertain)
    {
        _versions.Clear();
        _commands.Clear();
        _admitted.Clear();
        foreach (var append in batch)
        {
            if (found is not null && found.Command(append.Request, uncertain) is { } known) append.Written = known;
            else if (Refusal(append.Request.Events[0], found) is { } refusal) append.Written = Written.Refused(refusal);
            else Take(append);
        }

        _admitted.Sort(ByStream);
        return _admitted;
    }

    private AppendStatus? Refusal(RecordedEvent first, Found? found)
    {
        if (_commands.Contains(first.CommandId)) return AppendStatus.CommandKnown;
        var follows = _versions.TryGetValue(first.Stream, out var version) ? version : found?.Version(first.Stream) ?? first.Version - 1;
        return first.Version == follows + 1 ? null : AppendStatus.VersionConflict;
    }

    private void Take(PendingAppend append)
    {
        var last = append.Request.Events[^1];
        _versions[last.Stream] = last.Version;
        _commands.Add(last.CommandId);
        _admitted.Add(append);
    }

    private static int ByStream(PendingAppend one, PendingAppend other)
    {
        var (first, second) = (one.Request.Events[0], other.Request.Events[0]);
        if (first.Stream.Kind != second.Stream.Kind) return first.Stream.Kind.CompareTo(second.Stream.Kind);
        var order = string.CompareOrdinal(first.Stream.Id, second.Stream.Id);
        return order != 0 ? order : first.Version.CompareTo(second.Version);
    }
}
