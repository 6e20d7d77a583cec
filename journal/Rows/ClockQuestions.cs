namespace CityGrains.Journal.Rows;

/// <summary>Clocks of one kind that started within some days.</summary>
/// <param name="Clock">Their kind.</param>
/// <param name="From">The first day, <c>2024-02-14</c>.</param>
/// <param name="To">The last day.</param>
public sealed record ClockRange(string Clock, string From, string To)
{
    /// <summary>Only of these offices; null: of any.</summary>
    public IReadOnlyList<string>? Offices { get; init; }

    /// <summary>But of these not.</summary>
    public IReadOnlyList<string> NotOffices { get; init; } = [];
}

/// <summary>Where a clock stands among those of a kind: by the day it started, then by record, subject and event.</summary>
/// <param name="Trigger">The day it started.</param>
/// <param name="Number">The number of its record's row.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="StartedBy">The version of the event that started it.</param>
public sealed record ClockPlace(string Trigger, long Number, string Subject, long StartedBy)
{
    /// <summary>The order of places, the same in both stores.</summary>
    public static int Compare(ClockPlace one, ClockPlace other)
    {
        var order = string.CompareOrdinal(one.Trigger, other.Trigger);
        if (order == 0) order = one.Number.CompareTo(other.Number);
        if (order == 0) order = Utf8(one.Subject).SequenceCompareTo(Utf8(other.Subject));
        return order != 0 ? order : one.StartedBy.CompareTo(other.StartedBy);
    }

    private static ReadOnlySpan<byte> Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}

/// <summary>A walk along clocks in the order of their places.</summary>
/// <param name="Range">Which clocks.</param>
/// <param name="Running">Those that run, or those that ended.</param>
/// <param name="After">Only what comes after this place; null: from the first.</param>
public sealed record ClockWalk(ClockRange Range, bool Running, ClockPlace? After);

/// <summary>Running clocks of one kind that an office answers for.</summary>
/// <param name="Office">The office, as records name it.</param>
/// <param name="Clock">Their kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Trigger">The day the first of them started.</param>
/// <param name="Record">Its record.</param>
public sealed record OfficeClocks(string Office, string Clock, long Count, string Trigger, StreamId Record);

/// <summary>A clock as stored, with what its record is called.</summary>
/// <param name="Stream">Its record.</param>
/// <param name="Number">The number of the record's row.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Title">What the record is called: an agreement's Vietnamese title, an activity's title, a city's or an office's name.</param>
public sealed record ListedClock(StreamId Stream, long Number, ClockRow Clock, string Title)
{
    /// <summary>Where it stands.</summary>
    public ClockPlace Place => new(Clock.Trigger, Number, Clock.Subject, Clock.StartedBy);
}
