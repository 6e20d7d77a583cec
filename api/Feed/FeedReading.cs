using CityGrains.Api.Queries;
using CityGrains.Journal;

namespace CityGrains.Api.Feed;

/// <summary>Reads where in the feed a request wants to go on.</summary>
internal static class FeedReading
{
    /// <summary>Name of the parameter, and what it may say instead of a cursor.</summary>
    public const string After = "after", End = "end";

    /// <summary>The cursor of a text, the start when there is none; at fault under the given name when it cannot be read.</summary>
    public static async ValueTask<FeedCursor> Cursor(QueryReader query, string name, string? text, IJournal journal, CancellationToken cancel)
    {
        if (text is null) return FeedCursor.Start;
        if (text == End) return await journal.ReadEnd(cancel);
        query.Faults.Must(FeedCursor.TryParse(text, out var cursor), name, "phải là vị trí mà nguồn tin đã cho (next, cursor, id), hoặc end",
            "must be a place the feed has given (next, cursor, id), or end");
        return cursor;
    }
}
