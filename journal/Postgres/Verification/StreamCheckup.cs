using CityGrains.Domain.Record;
using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Postgres.Verification;

/// <summary>A stream and the row that is stored of it, to be compared; null where one of them is missing.</summary>
internal readonly record struct StreamAndRow(StoredStream? Stream, StoredRow? Row);

/// <summary>Checks streams against their rows, on one thread.</summary>
internal sealed class StreamCheckup(Findings findings)
{
    /// <summary>What counters and facets must say of the streams seen.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Events seen.</summary>
    public long Events { get; private set; }

    /// <summary>Streams seen.</summary>
    public long Streams { get; private set; }

    /// <summary>The token of a facet.</summary>
    public static string Token(string name, string value) => $"{name}={value}";

    /// <summary>Checks one; answers itself.</summary>
    public StreamCheckup Checked(StreamAndRow pair)
    {
        Check(pair);
        return this;
    }

    private void Check(StreamAndRow pair)
    {
        if (pair.Stream is null)
        {
            Row(pair.Row!.Stream, version: null, Reasons.RowWithoutEvents());
            return;
        }

        Streams++;
        Events += pair.Stream.Events.Count;
        if (pair.Stream.Id is not { } id)
        {
            findings.Add(new Finding(VerifiedPart.Events, pair.Stream.Name, pair.Stream.FirstVersion, pair.Stream.Number, Reasons.Unreadable($"'{pair.Stream.Name}' names no stream")));
            return;
        }

        var check = new StreamCheck(id);
        foreach (var recorded in pair.Stream.Events) check.Add(recorded);
        if (check.Finding is { } finding) findings.Add(finding);
        else Compare(check.Row(), pair);
    }

    private void Compare(Rows.IRow row, StreamAndRow pair)
    {
        Tally.Add(row, row.Keys.Facets.Select(facet => Token(facet.Name, facet.Value)), pair.Stream!.Number);
        if ((pair.Row is null ? Reasons.RowMissing() : pair.Row.Wrong(row, pair.Stream.Number)) is { } reason) Row(row.Stream.ToString(), row.Version, reason);
    }

    private void Row(string stream, long? version, Sentence reason) => findings.Add(new Finding(VerifiedPart.Rows, stream, version, Position: null, reason));
}
