using System.Text;

namespace CityGrains.Journal.Seals.Signing;

/// <summary>A signature of a note.</summary>
/// <param name="Hint">The first bytes of the key's id.</param>
/// <param name="Bytes">ECDSA signature, DER.</param>
public sealed record NoteSignature(byte[] Hint, byte[] Bytes)
{
    /// <summary>Length of <see cref="Hint"/>, bytes.</summary>
    public const int HintLength = 4;
}

/// <summary>
/// A signed text in the form of C2SP signed-note: the text, an empty line, and for each signature a line <c>— name base64(hint ‖ signature)</c>.
/// What is signed is the text with the line feed that ends its last line.
/// </summary>
/// <param name="Text">Lines, each ended by a line feed.</param>
/// <param name="Signer">The name on the signature lines: no space, no plus.</param>
/// <param name="Signatures">At least one.</param>
public sealed record SignedNote(string Text, string Signer, IReadOnlyList<NoteSignature> Signatures)
{
    private const string Mark = "— ";

    private byte[] SignedBytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>Signs a text with each key.</summary>
    public static SignedNote Sign(string text, string signer, params IEnumerable<SealKey> keys) =>
        new(text, signer, [.. keys.Select(key => new NoteSignature(key.Public.Hint.ToArray(), key.Sign(Encoding.UTF8.GetBytes(text))))]);

    /// <summary>Reads a note, exactly as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is no note, or written in another way.</exception>
    public static SignedNote Parse(string written)
    {
        if (written.Split("\n\n") is not [var text, var ending] || text.Length == 0 || !ending.EndsWith('\n')) throw NotANote();
        var lines = ending[..^1].Split('\n').Select(line => line.Split(' ')).ToList();
        if (lines.Any(line => line is not ["—", { Length: > 0 }, _] || line[1] != lines[0][1])) throw NotANote();

        var note = new SignedNote(text + "\n", lines[0][1], [.. lines.Select(line => Signature(line[2]))]);
        return note.ToString() == written ? note : throw NotANote();
    }

    /// <summary>True when the key's holder signed the text.</summary>
    public bool IsSignedBy(PublicSealKey key) =>
        Signatures.Any(signature => key.Hint.SequenceEqual(signature.Hint) && key.Verifies(SignedBytes, signature.Bytes));

    /// <summary>The note as it is kept and sent.</summary>
    public override string ToString() =>
        $"{Text}\n{string.Concat(Signatures.Select(signature => $"{Mark}{Signer} {Convert.ToBase64String([.. signature.Hint, .. signature.Bytes])}\n"))}";

    private static NoteSignature Signature(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        return bytes.Length > NoteSignature.HintLength ? new NoteSignature(bytes[..NoteSignature.HintLength], bytes[NoteSignature.HintLength..])
            : throw NotANote();
    }

    private static FormatException NotANote() => new("The text is no signed note: lines, an empty line, and lines '— name signature'.");
}
