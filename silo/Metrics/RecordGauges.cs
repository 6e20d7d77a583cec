using System.Diagnostics.Metrics;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Silo.Metrics;

/// <summary>
/// What the record holds, as metrics: agreements by state, late deadlines by office, the room the store takes. As of the last time they were read.
/// </summary>
public sealed class RecordGauges : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly IStore _store;
    private readonly OwedByOffice _owed;
    private readonly TimeProvider _time;
    private readonly Meter _meter = new(Telemetry.Name);
    private volatile Counted _last = new(DateTimeOffset.MinValue, new PortfolioSummary(0, 0, Empty, Empty, Empty), [], 0);

    private volatile bool _isReached = true;

    /// <summary>Counts what a store holds.</summary>
    public RecordGauges(IStore store, OwedByOffice owed, TimeProvider time)
    {
        (_store, _owed, _time) = (store, owed, time);
        _meter.CreateObservableGauge("citygrains.agreements", () => _last.Summary.ByState.Select(state => Of(state.Value, "state", state.Key)), "{agreement}",
            "Agreements by legal state");
        _meter.CreateObservableGauge("citygrains.cities", () => _last.Summary.Cities, "{city}", "Cities");
        _meter.CreateObservableGauge("citygrains.deadlines.overdue", () => _last.Owed.Select(office => Of(office.Overdue, "office", office.Office)),
            "{deadline}", "Late deadlines by office");
        _meter.CreateObservableGauge("citygrains.store.size", () => _last.Size, "By", "Room the store takes");
        _meter.CreateObservableGauge("citygrains.store.reached", () => _isReached ? 1 : 0,
            description: "1 while the store answers; what is counted in it is as of the last time it did");
    }

    private static IReadOnlyDictionary<string, long> Empty { get; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>
    /// Counts anew, where the last count is older than some seconds. While the store cannot be reached, the last count stands, and one metric says so.
    /// </summary>
    public async Task Refresh(CancellationToken cancel)
    {
        var now = _time.GetUtcNow();
        if (_isReached && now - _last.At < Fresh && now >= _last.At) return;
        try
        {
            _last = new Counted(now, await _store.Rows.Summary(cancel), await _owed.On(VietnamTime.DayOf(now), cancel), await _store.Size(cancel));
            _isReached = true;
        }
        catch (JournalUnavailableException)
        {
            _isReached = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static Measurement<long> Of(long value, string label, string named) => new(value, new KeyValuePair<string, object?>(label, named));

    private sealed record Counted(DateTimeOffset At, PortfolioSummary Summary, IReadOnlyList<OfficeOwes> Owed, long Size);
}
