using System.Globalization;

namespace CityGrains.Journal;

/// <summary>
/// A place in the feed of all events: everything up to it has been seen. Its written form is opaque, and means something only to the store it came from.
/// Several writers commit out of the order of positions, so the feed follows the transactions first; where there is one writer they are all 0.
/// </summary>
/// <param name="Transaction">The transaction of the last event seen; see <see cref="RecordedEvent.Transaction"/>.</param>
/// <param name="Position">Its position.</param>
public readonly record struct FeedCursor(long Transaction, long Position)
{
    /// <summary>Before the first event.</summary>
    public static FeedCursor Start => default;

    /// <summary>Just after an event.</summary>
    public static FeedCursor After(RecordedEvent recorded) => new(recorded.Transaction, recorded.Position);

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is no cursor.</exception>
    public static FeedCursor Parse(string text) =>
        TryParse(text, out var cursor) ? cursor : throw new FormatException($"'{text}' is no place in the feed; give one the feed has given.");

    /// <summary>Reads the written form; false when the text is no cursor.</summary>
    public static bool TryParse(string? text, out FeedCursor cursor)
    {
        cursor = Start;
        if (text?.Split('-') is not [var first, var second]) return false;
        if (!TryNumber(first, out var transaction) || !TryNumber(second, out var position)) return false;
        cursor = new FeedCursor(transaction, position);
        return true;
    }

    /// <summary>True when this place comes after another.</summary>
    public bool IsAfter(FeedCursor other) => Transaction != other.Transaction ? Transaction > other.Transaction : Position > other.Position;

    /// <summary>The written form: digits and a hyphen.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}-{Position}");

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
