using System.Text;

namespace CityGrains.Cli.Import;

/// <summary>The refused rows under the header of their file, ready to be mended and imported again.</summary>
internal sealed class RefusedFile : IDisposable
{
    private readonly ImportSettings _settings;
    private readonly string _draft;
    private readonly StreamWriter _writer;
    private string? _head;

    /// <summary>Begins it, under another name until it is whole.</summary>
    public RefusedFile(ImportSettings settings)
    {
        _settings = settings;
        _draft = Path.Combine(settings.Refused?.DirectoryName ?? Directory.GetCurrentDirectory(), "." + Path.GetRandomFileName());
        var (header, mark) = IsWorkbook(settings.File) ? (null, true) : HeaderOf(settings.File.FullName);
        _head = header;
        _writer = new StreamWriter(_draft, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: mark));
    }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; private set; }

    /// <summary>The row of column names as the server has read it; that of a CSV file is taken from the file itself.</summary>
    public void Head(string read) => _head ??= read;

    /// <summary>Adds a row as it stands in the file.</summary>
    public void Add(string record)
    {
        if (Rows++ == 0) _writer.WriteLine(_head);
        _writer.WriteLine(record);
    }

    /// <summary>Gives it its name. Rows that somebody may be mending under that name stay; the next free name is taken then.</summary>
    public string Keep()
    {
        _writer.Dispose();
        if (_settings.Refused is { } given)
        {
            File.Move(_draft, given.FullName, overwrite: true);
            return given.FullName;
        }

        var stem = Path.GetFileNameWithoutExtension(_settings.File.Name);
        for (var n = 1; ; n++)
        {
            var name = n == 1 ? $"{stem}.refused.csv" : $"{stem}.refused-{n}.csv";
            if (!File.Exists(name)) File.Move(_draft, name);
            else if (!AreSame(name, _draft)) continue;
            return name;
        }
    }

    /// <summary>What was not kept is removed.</summary>
    public void Dispose()
    {
        _writer.Dispose();
        File.Delete(_draft);
    }

    private static bool IsWorkbook(FileInfo file)
    {
        using var stream = file.OpenRead();
        return stream.ReadByte() == 'P' && stream.ReadByte() == 'K';
    }

    /// <summary>The first row of the file, over as many lines as its quotes span, and whether a byte order mark stands before it.</summary>
    private static (string Header, bool Mark) HeaderOf(string file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true);
        var header = reader.ReadLine() ?? "";
        while (header.Count(c => c == '"') % 2 != 0 && reader.ReadLine() is { } more) header += "\n" + more;
        return (header, reader.CurrentEncoding.Preamble.Length > 0);
    }

    private static bool AreSame(string one, string other) =>
        new FileInfo(one).Length == new FileInfo(other).Length && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));
}
