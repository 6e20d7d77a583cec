using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Verification;

/// <summary>Checks one stream, event after event: versions dense, chain whole, types known, each following from the state before it.</summary>
public sealed class StreamCheck(StreamId stream)
{
    private readonly Folding _folding = Folding.Of(stream);
    private byte[] _previous = HashChain.Start;
    private long _version;

    /// <summary>What is wrong with the first bad event; nothing after it is looked at.</summary>
    public Finding? Finding { get; private set; }

    /// <summary>The next event.</summary>
    public void Add(RecordedEvent recorded)
    {
        if (Finding is not null) return;
        if (Wrong(recorded) is { } reason) Finding = new Finding(VerifiedPart.Events, stream.ToString(), recorded.Version, recorded.Position, reason);
        (_previous, _version) = (recorded.Hash, recorded.Version);
    }

    /// <summary>The row the stream folds to; call it only when nothing is wrong.</summary>
    public IRow Row() => _folding.Row();

    private Sentence? Wrong(RecordedEvent recorded) =>
        recorded.Version != _version + 1 ? Reasons.NotNext(_version + 1, recorded.Version)
        : !HashChain.Hash(_previous, recorded).AsSpan().SequenceEqual(recorded.Hash) ? Reasons.HashDiffers()
        : Unfolded(recorded);

    private Sentence? Unfolded(RecordedEvent recorded)
    {
        try
        {
            _folding.Add(recorded);
            return null;
        }
        catch (UnknownEventException)
        {
            return Reasons.UnknownType(recorded.Type);
        }
        catch (JsonException e)
        {
            return Reasons.Unreadable(e.Message);
        }
#pragma warning disable CA1031 // A verification tells of whatever a bad event makes the domain throw; it never fails on it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Reasons.DoesNotFold(e.Message);
        }
    }
}
