using CityGrains.Domain.Checks;
using CityGrains.Journal;

namespace CityGrains.Api.Feed;

/// <summary>Reads where in the feed a request wants to go on.</summary>
internal static class FeedReading
{
    /// <summary>Name of the parameter, and what it may say instead of a cursor.</summary>
    public const string After = "after", End = "end";

    /// <summary>
    /// The cursor of a text, the start when there is none; at fault under the given name when it cannot be read, or lies beyond the end: whoever waited
    /// there would hear nothing, and not know it. Another store has given such a place, the one before a restore or a move.
    /// </summary>
    public static async ValueTask<FeedCursor> Cursor(FieldChecks faults, string name, string? text, IJournal journal, CancellationToken cancel)
    {
        if (text is null) return FeedCursor.Start;
        var isPlace = FeedCursor.TryParse(text, out var cursor);
        faults.Must(isPlace || text == End, name, "phải là vị trí mà nguồn tin đã cho (next, cursor, id), 0-0, hoặc end",
            "must be a place the feed has given (next, cursor, id), 0-0, or end");
        if (isPlace && cursor == FeedCursor.Start) return cursor;
        var end = await journal.ReadEnd(cancel);
        faults.Must(!cursor.IsAfter(end), name,
            $"nằm sau cuối nguồn tin ({end}), nên là vị trí của kho khác, như trước khi khôi phục hay chuyển kho; "
            + "hãy đọc lại từ 0-0 và bỏ qua sự kiện đã có (theo id), hoặc từ end",
            $"lies beyond the end of the feed ({end}), so it is of another store, as before a restore or a move; "
            + "begin again with 0-0 and pass over the events you have (by id), or with end");
        return text == End ? end : cursor;
    }
}
