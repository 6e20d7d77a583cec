namespace CityGrains.Journal.Rows;

/// <summary>How a body has answered what it was asked.</summary>
/// <param name="Name">The body; null of all together.</param>
/// <param name="Asked">How many requests it got.</param>
/// <param name="Answered">How many it answered.</param>
/// <param name="Withdrawn">How many were taken back.</param>
/// <param name="Overdue">How many it owes an answer to that was due before today.</param>
/// <param name="DaysTaken">How many of its answers took how many days, where both days are known.</param>
public sealed record AskedBody(string? Name, long Asked, long Answered, long Withdrawn, long Overdue, IReadOnlyDictionary<int, long> DaysTaken)
{
    /// <summary>How many it owes an answer to.</summary>
    public long Open => Asked - Answered - Withdrawn;

    /// <summary>Days that half of its answers took no longer than, the mean of the two in the middle; null without any.</summary>
    public double? MedianDays => Timed == 0 ? null : (At((Timed + 1) / 2) + At((Timed / 2) + 1)) / 2.0;

    /// <summary>Days that nine in ten of its answers took no longer than (nearest rank); null without any.</summary>
    public int? NinetiethDays => Timed == 0 ? null : At(((Timed * 9) + 9) / 10);

    private long Timed => DaysTaken.Values.Sum();

    /// <summary>All bodies together.</summary>
    public static AskedBody Together(IReadOnlyList<AskedBody> bodies) => new(
        Name: null, bodies.Sum(body => body.Asked), bodies.Sum(body => body.Answered), bodies.Sum(body => body.Withdrawn), bodies.Sum(body => body.Overdue),
        bodies.SelectMany(body => body.DaysTaken).GroupBy(taken => taken.Key).ToDictionary(taken => taken.Key, taken => taken.Sum(one => one.Value)));

    /// <summary>The bodies of counted rows, most asked first.</summary>
    internal static IReadOnlyList<AskedBody> Of(IEnumerable<CountedRequests> counted) =>
    [
        .. counted.GroupBy(row => row.AskedOf, StringComparer.Ordinal)
            .Select(rows => new AskedBody(
                rows.Key, rows.Sum(row => row.N), rows.Where(row => row.Standing == "Answered").Sum(row => row.N),
                rows.Where(row => row.Standing == "Withdrawn").Sum(row => row.N),
                rows.Where(row => row.Standing == RequestRow.Open).Sum(row => row.DueBefore),
                rows.Where(row => row.Days >= 0).GroupBy(row => row.Days).ToDictionary(taken => taken.Key, taken => taken.Sum(row => row.N))))
            .OrderByDescending(body => body.Asked).ThenBy(body => body.Name, StringComparer.Ordinal),
    ];

    /// <summary>The days of the answer of a rank, from 1, the quickest first.</summary>
    private int At(long rank)
    {
        foreach (var (days, n) in DaysTaken.OrderBy(taken => taken.Key))
        {
            if (rank <= n) return days;
            rank -= n;
        }

        throw new ArgumentOutOfRangeException(nameof(rank), rank, "There are fewer answers.");
    }
}

/// <summary>Requests that are alike.</summary>
/// <param name="AskedOf">The body that was asked.</param>
/// <param name="Standing">How they stand.</param>
/// <param name="Days">Days to the answer; -1 where not known.</param>
/// <param name="N">How many.</param>
/// <param name="DueBefore">How many of them were due before the day of asking.</param>
internal readonly record struct CountedRequests(string AskedOf, string Standing, int Days, long N, long DueBefore);
