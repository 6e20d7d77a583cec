using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Writing;

/// <summary>What a batch does to one row: from what it was before the first append of the batch to what it is after the last.</summary>
internal sealed class RowChange(RowKeys? before, long versionBefore, long firstPosition, IRow after)
{
    /// <summary>What it was filtered and counted by; null for a new row.</summary>
    public RowKeys? Before { get; } = before;

    /// <summary>The version it was made from; 0 for a new row.</summary>
    public long VersionBefore { get; } = versionBefore;

    /// <summary>The position of the first event that changes it; of a new row, of the first of all.</summary>
    public long FirstPosition { get; } = firstPosition;

    /// <summary>The row as it becomes.</summary>
    public IRow After { get; private set; } = after;

    /// <summary>What has become of it; null when that is as before.</summary>
    public string? GainedLife => After.Keys.Life == Before?.Life ? null : After.Keys.Life;

    /// <summary>Facets it had and has no more.</summary>
    public IEnumerable<Facet> Lost => Before is null ? [] : Missing(Before.Facets, After.Keys.Facets);

    /// <summary>Facets it has and had not.</summary>
    public IEnumerable<Facet> Gained => Before is null ? After.Keys.Facets : Missing(After.Keys.Facets, Before.Facets);

    /// <summary>Periods it had and has no more.</summary>
    public IEnumerable<PeriodRow> LostPeriods => Before is null ? [] : Missing(Before.Periods, After.Keys.Periods);

    /// <summary>Periods it has and had not.</summary>
    public IEnumerable<PeriodRow> GainedPeriods => Before is null ? After.Keys.Periods : Missing(After.Keys.Periods, Before.Periods);

    /// <summary>Clocks it had and has no more, or not as they were.</summary>
    public IEnumerable<ClockRow> LostClocks => Before is null ? [] : Before.Clocks.Except(After.Keys.Clocks);

    /// <summary>Clocks it has and had not, or not as they are.</summary>
    public IEnumerable<ClockRow> GainedClocks => Before is null ? After.Keys.Clocks : After.Keys.Clocks.Except(Before.Clocks);

    /// <summary>It started or ended a clock.</summary>
    public bool ClocksChanged => Before is null || !Before.Clocks.SequenceEqual(After.Keys.Clocks);

    /// <summary>Rows of a table that belonged to it and do no more.</summary>
    public IEnumerable<IBelonging> LostOf(BelongingTable table) => Before is null ? [] : Missing(table.Of(Before), table.Of(After.Keys));

    /// <summary>Rows of a table that belong to it and did not.</summary>
    public IEnumerable<IBelonging> GainedOf(BelongingTable table) => Before is null ? table.Of(After.Keys) : Missing(table.Of(After.Keys), table.Of(Before));

    /// <summary>Other rows belong to it than before.</summary>
    public bool BelongingsChanged => Before is null || BelongingTable.Every.Any(table => !table.Of(Before).SequenceEqual(table.Of(After.Keys)));

    /// <summary>It counts as something else than before.</summary>
    public bool PeriodsChanged => Before is null || !Before.Periods.SequenceEqual(After.Keys.Periods);

    /// <summary>It is found by other words or facets than before.</summary>
    public bool KeysChanged => Before is null || Before.Search != After.Keys.Search || !Before.Facets.SequenceEqual(After.Keys.Facets);

    /// <summary>Another append to the same stream in the same batch: only the last row is written.</summary>
    public void Then(IRow after) => After = after;

    private static IEnumerable<T> Missing<T>(IReadOnlyList<T> from, IReadOnlyList<T> among)
    {
        foreach (var item in from)
        {
            if (!among.Contains(item)) yield return item;
        }
    }
}
