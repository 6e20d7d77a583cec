using Npgsql;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>A stream as it is stored, whole.</summary>
/// <param name="Name">Its name as it is stored.</param>
/// <param name="Id">Its name; null when that is none.</param>
internal sealed record StoredStream(string Name, StreamId? Id)
{
    /// <summary>Its events, in order of version; empty when its name is none.</summary>
    public List<RecordedEvent> Events { get; } = [];

    /// <summary>The position of its first event: the number of its row.</summary>
    public long Number { get; private init; }

    /// <summary>The version of its first event.</summary>
    public long FirstVersion { get; private init; }

    /// <summary>All streams in order of name, as the connection's transaction sees them.</summary>
    public static IEnumerable<StoredStream> All(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand($"SELECT {EventReading.Columns} FROM citygrains.events ORDER BY stream, version",
            connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader();
        StoredStream? open = null;
        while (reader.Read())
        {
            var name = reader.GetString(EventReading.StreamColumn);
            if (open?.Name != name)
            {
                if (open is not null) yield return open;
                open = new StoredStream(name, Named(name)) { Number = reader.GetInt64(EventReading.PositionColumn),
                    FirstVersion = reader.GetInt64(EventReading.VersionColumn) };
            }

            if (open.Id is not null) open.Events.Add(EventReading.Event(reader, open.Id));
        }

        if (open is not null) yield return open;
    }

    private static StreamId? Named(string name)
    {
        try
        {
            return StreamId.Parse(name);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
