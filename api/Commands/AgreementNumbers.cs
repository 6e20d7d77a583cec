using System.Globalization;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Commands;

/// <summary>
/// Gives out the ids <c>agr-YYYY-NNNNNN</c>, dense within a year: a number whose proposal was refused is given to the next.
/// The highest is kept in memory and read again when somebody else turns out to have taken a number.
/// </summary>
public sealed class AgreementNumbers(IRows rows) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SortedSet<long> _free = [];
    private int _year;
    private long _highest;

    /// <summary>The lowest free id of the year.</summary>
    public async ValueTask<string> Take(int year, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (year != _year)
            {
                _highest = await Highest(year, cancel);
                _year = year;
                _free.Clear();
            }

            if (_free.Count == 0) return Id(++_highest);
            var lowest = _free.Min;
            _free.Remove(lowest);
            return Id(lowest);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Nothing was recorded under the id; the next may have it.</summary>
    public async ValueTask GiveBack(string id, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        if (id.StartsWith(Prefix(_year), StringComparison.Ordinal)) _free.Add(NumberOf(id));
        _turn.Release();
    }

    /// <summary>Somebody else has taken a number: looks again how far they have come.</summary>
    public async ValueTask LookAgain(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            _highest = Math.Max(_highest, await Highest(_year, cancel));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Nobody knows what became of a number: the next is told by the store. One that is under way is then taken twice, and found taken.</summary>
    public void Forget() => Volatile.Write(ref _year, 0);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<long> Highest(int year, CancellationToken cancel) => await rows.HighestAgreementNumber(year, cancel) is { } id ? NumberOf(id) : 0;

    private string Id(long number) => Prefix(_year) + number.ToString("D6", CultureInfo.InvariantCulture);

    private static string Prefix(int year) => string.Create(CultureInfo.InvariantCulture, $"agr-{year:D4}-");

    private static long NumberOf(string id) => long.Parse(id.AsSpan(id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
}
