using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Writing;

/// <summary>A counter of rows of a kind: those with a facet, or with <see cref="Total"/> all of them.</summary>
/// <param name="Kind">The kind of row.</param>
/// <param name="Name">Name of the facet.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct Counter(StreamKind Kind, string Name, string Value)
{
    /// <summary>What the table of counters calls the kind.</summary>
    public string KindName => StreamId.NameOf(Kind);

    /// <summary>The counter of all rows of a kind.</summary>
    public static Counter Total(StreamKind kind) => new(kind, "total", "");

    /// <summary>Cities of agreements, agreements of activities are too many to count, and few enough each to be counted when asked.</summary>
    public static bool IsKept(string facetName) => facetName is not (FacetNames.City or FacetNames.Agreement);
}

/// <summary>What the appends of a batch do to rows and counters, each written once.</summary>
internal sealed class BatchRows
{
    private readonly Dictionary<StreamId, RowChange> _changes = [];
    private readonly Dictionary<Counter, long> _moves = [];

    /// <summary>One change for each stream the batch appended to.</summary>
    public IReadOnlyCollection<RowChange> Changes => _changes.Values;

    /// <summary>By how much each counter moves; call <see cref="Count"/> before.</summary>
    public IEnumerable<KeyValuePair<Counter, long>> Moves => _moves.Where(move => move.Value != 0);

    /// <summary>Notes the row of an append that was written.</summary>
    public void Note(AppendRequest request, long firstPosition)
    {
        var first = request.Events[0];
        if (_changes.TryGetValue(first.Stream, out var change)) change.Then(request.After);
        else _changes.Add(first.Stream, new RowChange(request.Before, first.Version - 1, firstPosition, request.After));
    }

    /// <summary>Notes a row that is written for the first time, of a stream whose first event has the given position.</summary>
    public void NoteNew(IRow row, long firstPosition) => _changes.Add(row.Stream, new RowChange(before: null, versionBefore: 0, firstPosition, row));

    /// <summary>Adds up what the changes mean for the counters.</summary>
    public void Count()
    {
        foreach (var change in _changes.Values)
        {
            var kind = change.After.Stream.Kind;
            if (change.Before is null) Move(Counter.Total(kind), 1);
            foreach (var facet in change.Lost.Where(facet => Counter.IsKept(facet.Name))) Move(new Counter(kind, facet.Name, facet.Value), -1);
            foreach (var facet in change.Gained.Where(facet => Counter.IsKept(facet.Name))) Move(new Counter(kind, facet.Name, facet.Value), 1);
        }
    }

    /// <summary>Ready for the next batch.</summary>
    public void Clear()
    {
        _changes.Clear();
        _moves.Clear();
    }

    private void Move(Counter counter, long by)
    {
        ref var move = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_moves, counter, out _);
        move += by;
    }
}
