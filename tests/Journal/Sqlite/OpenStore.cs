using System.Text;
using CityGrains.Journal.Sqlite;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Verification;
using Microsoft.Data.Sqlite;

namespace CityGrains.Journal.Tests.Sqlite;

/// <summary>
/// A store's file that one connection reads again and again while single bytes of it change behind its back. What a connection knows of the schema it read
/// before; so the first bytes of the file, which say how all others are read, are nothing for it, and the schema is read as a table.
/// </summary>
internal sealed class OpenStore : IDisposable
{
    /// <summary>The header of the file: another one needs another connection.</summary>
    public const int Header = 100;

    private readonly byte[] _bytes;
    private readonly int _page;
    private readonly FileStream _file;
    private readonly SqliteConnection _connection;
    private readonly Reader _reader;
    private readonly SqliteCommand _forget;
    private readonly List<SqliteCommand> _questions = [];
    private readonly List<string> _answers;
    private readonly int[][] _askedOf;

    public OpenStore(string file, byte[] bytes, int page)
    {
        File.WriteAllBytes(file, bytes);
        (_bytes, _page) = (bytes, page);
        _file = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _connection = new SqliteConnection($"Data Source={file};Pooling=false;Mode=ReadOnly");
        _connection.Open();
        _reader = new Reader(SqliteFile.OpenForReading(file));
        _forget = Command("PRAGMA shrink_memory");
        foreach (var question in StoreDump.Questions(_connection)) _questions.Add(Command(question));
        _questions.Add(Command("SELECT * FROM sqlite_master"));
        _answers = [.. _questions.Select(Answer)];
        _askedOf = [.. Enumerable.Range(0, bytes.Length / page).Select(Touched)];
    }

    /// <summary>True where nothing but the schema is written, of which one question is asked, the last.</summary>
    public bool IsOfSchema(int at) => _askedOf[at / _page] is [var only] && only == _questions.Count - 1;

    /// <summary>True when all that can be read is as it was, a byte being another for that long.</summary>
    public bool ReadsTheSame((int At, byte By) flip) => While(flip, () => ReadTheSame(_askedOf[flip.At / _page]));

    /// <summary>
    /// True when what the store says of itself is not what the program makes of an empty one, or SQLite finds the file damaged, a byte being another for that
    /// long.
    /// </summary>
    public bool IsSeenAtOnce((int At, byte By) flip) => While(flip, () =>
    {
        _reader.For("PRAGMA shrink_memory").Run();
        try
        {
            return SchemaCheck.Differences(_reader).Count > 0 || _reader.For("PRAGMA integrity_check(1)").One(row => row.Text(0), "") != "ok";
        }
        catch (SqliteError)
        {
            return false; // whether that is told of, the whole verification says
        }
    });

    /// <summary>True when the verification of the store without its seals, with connections of its own, finds the byte that is another for that long.</summary>
    public async Task<bool> IsFoundBeforeSeals((int At, byte By) flip)
    {
        Write(flip.At, [(byte)(_bytes[flip.At] ^ flip.By)]);
        try
        {
            return !(await SqliteVerification.Run(_file.Name, progress: null, CancellationToken.None)).IsIntact;
        }
        catch (StoreIsNewerException)
        {
            return true;
        }
        finally
        {
            Write(flip.At, [_bytes[flip.At]]);
        }
    }

    public void Dispose()
    {
        foreach (var question in _questions) question.Dispose();
        _forget.Dispose();
        _connection.Dispose();
        _reader.Dispose();
        _file.Dispose();
    }

    /// <summary>The questions whose answers lie in a page: those that change when nothing is left of it.</summary>
    private int[] Touched(int number)
    {
        if (number == 0) return [.. Enumerable.Range(0, _questions.Count)]; // without its header a file is none at all
        Write(number * _page, new byte[_page]);
        var touched = Enumerable.Range(0, _questions.Count).Where(question => !ReadTheSame([question])).ToArray();
        Write(number * _page, _bytes.AsSpan(number * _page, _page));
        return touched;
    }

    private bool ReadTheSame(int[] questions)
    {
        _forget.ExecuteNonQuery(); // what it read before is not at hand any more
        return Array.TrueForAll(questions, question => Answer(_questions[question]) == _answers[question]);
    }

    private static string Answer(SqliteCommand question)
    {
        var dump = new StringBuilder();
        try
        {
            StoreDump.Read(question, dump);
        }
        catch (Exception trouble) when (trouble is SqliteException or InvalidOperationException or ArgumentException)
        {
            dump.Append(trouble.Message);
        }

        return dump.ToString();
    }

    private bool While((int At, byte By) flip, Func<bool> looking)
    {
        Write(flip.At, [(byte)(_bytes[flip.At] ^ flip.By)]);
        try
        {
            return looking();
        }
        finally
        {
            Write(flip.At, [_bytes[flip.At]]);
        }
    }

    private void Write(int at, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_file.SafeFileHandle, bytes, at);

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The SQL is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
