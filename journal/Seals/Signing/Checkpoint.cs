using System.Globalization;
using CityGrains.Journal.Seals.Tree;

namespace CityGrains.Journal.Seals.Signing;

/// <summary>What the tree was at a moment, signed: a C2SP tlog-checkpoint with two lines more.</summary>
/// <param name="Origin">Names the record, <c>citygrains/0123456789abcdef</c>: the beginning of the id of its first key.</param>
/// <param name="Size">How many events were sealed.</param>
/// <param name="Root">The tree's root at that size.</param>
/// <param name="Time">When it was signed, in <see cref="RecordedEvent.InstantFormat"/>.</param>
/// <param name="KeyId">The key it is signed with.</param>
/// <param name="Note">The lines <c>origin</c>, <c>size</c>, <c>root in base64</c>, <c>time …</c>, <c>key …</c>, and the signature.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, string Time, string KeyId, SignedNote Note)
{
    /// <summary>Signs one.</summary>
    public static Checkpoint Sign(string origin, long size, byte[] root, DateTimeOffset now, SealKey key)
    {
        var time = RecordedEvent.Format(now);
        var text = string.Create(CultureInfo.InvariantCulture, $"{origin}\n{size}\n{Convert.ToBase64String(root)}\ntime {time}\nkey {key.Public.Id}\n");
        return new Checkpoint(origin, size, root, time, key.Public.Id, SignedNote.Sign(text, origin, key));
    }

    /// <summary>Reads one. Whether it is rightly signed is for <see cref="IsSignedBy"/> to say.</summary>
    /// <exception cref="FormatException">The text is no checkpoint.</exception>
    public static Checkpoint Parse(string written)
    {
        var note = SignedNote.Parse(written);
        return note.Text.Split('\n') is [var origin, var size, var root, var time, var key, ""]
            && time.StartsWith("time ", StringComparison.Ordinal) && key.StartsWith("key ", StringComparison.Ordinal)
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves) && size == leaves.ToString(CultureInfo.InvariantCulture)
            && Convert.FromBase64String(root) is { Length: MerkleHash.Length } hash && Convert.ToBase64String(hash) == root
            && origin == note.Signer
            ? new Checkpoint(origin, leaves, hash, time["time ".Length..], key["key ".Length..], note)
            : throw new FormatException("The text is no checkpoint: origin, size, root, time and key, a line each.");
    }

    /// <summary>Every checkpoint of a text, one behind the other with nothing or empty lines between.</summary>
    /// <exception cref="FormatException">There is something else in it, or nothing.</exception>
    public static IReadOnlyList<Checkpoint> ParseAll(string written)
    {
        var checkpoints = new List<Checkpoint>();
        var lines = written.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').SkipWhile(line => line.Length == 0).ToList();
        while (lines.Count > 0)
        {
            var length = lines.FindIndex(line => line.StartsWith('—')) + 1;
            checkpoints.Add(Parse(string.Join('\n', lines.Take(length)) + "\n"));
            lines = [.. lines.Skip(length).SkipWhile(line => line.Length == 0)];
        }

        return checkpoints.Count > 0 ? checkpoints : throw new FormatException("The text holds no checkpoint.");
    }

    /// <summary>True when the key is the one it names, and its holder signed it.</summary>
    public bool IsSignedBy(PublicSealKey key) => key.Id == KeyId && Note.IsSignedBy(key);
}
