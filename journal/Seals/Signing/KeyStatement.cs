using System.Globalization;

namespace CityGrains.Journal.Seals.Signing;

/// <summary>What happened to the key before.</summary>
public enum Succession
{
    /// <summary>There was none.</summary>
    First,

    /// <summary>It signed the statement of its successor.</summary>
    Signed,

    /// <summary>It was lost, so nothing but the new key vouches for the new key.</summary>
    Lost,
}

/// <summary>How a key enters: it says that it seals from now on, signed by itself and by the key before it.</summary>
/// <param name="Origin">The record it seals.</param>
/// <param name="Number">Its place among the keys, from 1.</param>
/// <param name="Key">The key.</param>
/// <param name="Previous">Id of the key before; null for the first.</param>
/// <param name="Succession">What happened to that one.</param>
/// <param name="Since">When it entered, in <see cref="RecordedEvent.InstantFormat"/>.</param>
/// <param name="Note">The statement as it is signed.</param>
public sealed record KeyStatement(string Origin, int Number, PublicSealKey Key, string? Previous, Succession Succession, string Since, SignedNote Note)
{
    private const string Title = "citygrains-key/1";
    private const int OriginDigits = 16;

    /// <summary>The first key names the record.</summary>
    public static KeyStatement First(SealKey key, DateTimeOffset now) =>
        Make($"citygrains/{key.Public.Id[..OriginDigits]}", 1, key, previous: null, signedBy: null, now);

    /// <summary>A key that follows another, which signs the statement; or does not, having been lost.</summary>
    public static KeyStatement After(KeyStatement before, SealKey key, SealKey? signedBy, DateTimeOffset now) =>
        Make(before.Origin, before.Number + 1, key, before.Key.Id, signedBy, now);

    /// <summary>Reads one. Whether it is rightly signed is for <see cref="IsRightAfter"/> to say.</summary>
    /// <exception cref="FormatException">The text is no such statement.</exception>
    public static KeyStatement Parse(string written)
    {
        var note = SignedNote.Parse(written);
        if (note.Text.Split('\n') is not [Title, var origin, var number, var key, var previous, var succession, var since, ""]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                || !Enum.TryParse<Succession>(succession, ignoreCase: true, out var kind))
            throw new FormatException("The text is no statement of a key.");

        var read = new KeyStatement(
            origin, place, PublicSealKey.FromBytes(Convert.FromBase64String(key)), previous is "none" ? null : previous, kind, since, note);
        return read.Text() == note.Text && origin == note.Signer ? read : throw new FormatException("The statement of a key is not written as it must be.");
    }

    /// <summary>True when the key vouches for itself and follows the one before as it says it does.</summary>
    public bool IsRightAfter(KeyStatement? before) => Note.IsSignedBy(Key) && (before is null
        ? Number == 1 && Previous is null && Succession is Succession.First && Origin == $"citygrains/{Key.Id[..OriginDigits]}"
        : Number == before.Number + 1 && Previous == before.Key.Id && Origin == before.Origin
            && (Succession is Succession.Lost || (Succession is Succession.Signed && Note.IsSignedBy(before.Key))));

    /// <summary>The public keys as one PEM text (RFC 7468), each with its statement before it, which readers of PEM pass over.</summary>
    public static string ToPem(IEnumerable<KeyStatement> keys) => string.Join('\n', keys.Select(key => $"{key.Note}\n{key.Key.Pem}\n"));

    private static KeyStatement Make(string origin, int number, SealKey key, string? previous, SealKey? signedBy, DateTimeOffset now)
    {
        var succession = previous is null ? Succession.First : signedBy is null ? Succession.Lost : Succession.Signed;
        var unsigned = new KeyStatement(origin, number, key.Public, previous, succession, RecordedEvent.Format(now), new SignedNote("", origin, []));
        return unsigned with { Note = SignedNote.Sign(unsigned.Text(), origin, signedBy is null ? [key] : [key, signedBy]) };
    }

    private string Text() => string.Create(CultureInfo.InvariantCulture,
        $"{Title}\n{Origin}\n{Number}\n{Convert.ToBase64String(Key.ToBytes())}\n{Previous ?? "none"}\n{Succession.ToString().ToLowerInvariant()}\n{Since}\n");
}
