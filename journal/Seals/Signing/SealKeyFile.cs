namespace CityGrains.Journal.Seals.Signing;

/// <summary>The private key of a node: the file <c>seal.key</c> in its data folder, PKCS #8 in PEM, readable by its owner only (mode 0600).</summary>
public sealed class SealKeyFile(string folder)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "seal.key";

    /// <summary>A key that is to follow; it takes the place of the other once the store knows it.</summary>
    private const string NextName = "seal.key.next";

    private string Here => Path.Combine(folder, FileName);

    private string Next => Path.Combine(folder, NextName);

    /// <summary>The key there is; one is made when there is none.</summary>
    /// <exception cref="FormatException">The file holds no key.</exception>
    public SealKey ReadOrCreate() => Read(Here) ?? Create(Here);

    /// <summary>The key that is to follow; one is made when there is none.</summary>
    /// <exception cref="FormatException">The file holds no key.</exception>
    public SealKey ReadOrCreateNext() => Read(Next) ?? Create(Next);

    /// <summary>The key of that public key; null when this node has it not. One that was to follow takes its place now.</summary>
    /// <exception cref="FormatException">A file holds no key.</exception>
    public SealKey? Find(PublicSealKey wanted)
    {
        if (Matching(Here, wanted) is { } here) return here;
        if (Matching(Next, wanted) is not { } next) return null;
        File.Move(Next, Here, overwrite: true);
        return next;
    }

    private static SealKey? Matching(string file, PublicSealKey wanted)
    {
        var key = Read(file);
        if (key?.Public.Equals(wanted) is not false) return key;
        key.Dispose();
        return null;
    }

    private static SealKey? Read(string file) => File.Exists(file) ? SealKey.FromPem(File.ReadAllText(file)) : null;

    /// <summary>On disk, whole, and its owner's only, from the moment it bears its name.</summary>
    private static SealKey Create(string file)
    {
        var key = SealKey.Create();
        var begun = file + ".new";
        File.Delete(begun);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(begun, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key.ToPem()));
            stream.Flush(flushToDisk: true);
        }

        File.Move(begun, file);
        return key;
    }
}
