using System.Diagnostics;
using System.Globalization;

namespace CityGrains.EndToEnd.Tests;

/// <summary>Backups of a record that is being written, restored elsewhere by the real program; and what no mercy leaves behind.</summary>
public sealed class KeptRecords(ImportedRecord imported) : IClassFixture<ImportedRecord>, IDisposable
{
    private readonly DataFolder _place = new();

    private string[] Here => ["--data", _place.Path];

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task A_backup_made_while_an_import_runs_is_the_beginning_of_the_record_and_goes_on_elsewhere()
    {
        var early = ImportedRecord.Events(imported.Early).ToList();
        Assert.InRange(early.Count, 1_000, 16_000);
        Assert.Equal(early, ImportedRecord.Events(imported.Whole).Take(early.Count));

        await Expect(0, "restore", imported.Early, Here);
        await Expect(0, "verify", Here);
        File.Copy(Path.Combine(imported.Data, "admin.key"), Path.Combine(_place.Path, "admin.key"));
        await using var server = await Server.Start(_place.Path);
        var summary = await Json.Get(server.Client, "/api/v1/portfolio/summary");
        Assert.Equal(early.Count, summary.GetProperty("agreements").GetInt64() + summary.GetProperty("cities").GetInt64());
        using var body = Json.Body("""{"id":"vn-restored","name":"Sơn La Mới","country":"VN","source":{"title":"Test"}}""");
        using var answer = await server.Client.PostAsync(new Uri("/api/v1/cities", UriKind.Relative), body);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task A_restore_into_PostgreSQL_killed_in_the_middle_leaves_no_store_and_run_again_the_whole_record_moves_there_and_back_byte_for_byte()
    {
        var database = await imported.Postgres.NewDatabase();
        using var beside = new DataFolder();
        var begun = 0;
        await Kill(Started("restore", imported.Whole, "--store", database), () => begun > 0 || (begun = Begun(database)) > 0);
        Assert.Contains("restore was not finished", await Expect(2, "verify", "--store", database), StringComparison.Ordinal);
        var (code, output) = await Programs.ToEnd(Programs.Start("api", "CityGrains.Api", null, "--port", "0", "--data", beside.Path, "--store", database));
        Assert.Equal(1, code);
        Assert.Contains("restore was not finished", output, StringComparison.Ordinal);

        await Expect(0, "restore", imported.Whole, "--store", database);
        await Expect(0, "verify", "--store", database);
        var there = Path.Combine(_place.Path, "there.jsonl");
        await Expect(0, "backup", there, "--store", database);
        await Expect(0, "restore", there, Here);
        await Expect(0, "verify", Here);
        var back = Path.Combine(_place.Path, "back.jsonl");
        await Expect(0, "backup", back, Here);

        Assert.Equal(File.ReadLines(imported.Whole).Skip(1).SkipLast(1), File.ReadLines(back).Skip(1).SkipLast(1)); // the first line has the time, the last its hash
        Assert.Contains("already", await Expect(2, "restore", there, "--store", database), StringComparison.Ordinal);
        Assert.Contains("already", await Expect(2, "restore", there, Here), StringComparison.Ordinal);
        Assert.Contains("rebuilt", await Expect(0, "rebuild", "--store", database), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".restoring")] // while the events go in
    [InlineData(".restoring-wal")] // while the rows are folded
    public async Task A_restore_killed_in_the_middle_leaves_no_store_and_is_run_again(string growing)
    {
        await Kill(Started("restore", imported.Whole, Here), () => Directory.EnumerateFiles(_place.Path, "*" + growing).Any(file => new FileInfo(file).Length > 100_000));

        foreach (var command in new[] { "verify", "rebuild" }) Assert.Contains("restore was not finished", await Expect(2, command, Here), StringComparison.Ordinal);
        Assert.Contains("restore was not finished", await Expect(2, "backup", Path.Combine(_place.Path, "backup.jsonl"), Here), StringComparison.Ordinal);
        var (code, output) = await Programs.ToEnd(Programs.Start("api", "CityGrains.Api", null, "--port", "0", "--data", _place.Path));
        Assert.Equal(1, code);
        Assert.Contains("restore was not finished", output, StringComparison.Ordinal);

        await Expect(0, "restore", imported.Whole, Here);
        await Expect(0, "verify", Here);
        Assert.DoesNotContain(Directory.EnumerateFiles(_place.Path), file => file.Contains("restoring", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_that_finds_no_room_says_so_and_leaves_no_file()
    {
        var file = Path.Combine(_place.Path, "backup.jsonl");
        var assembly = Path.Combine(AppContext.BaseDirectory.Replace(Path.Combine("tests", "System"), "cli", StringComparison.Ordinal), "CityGrains.Cli.dll");
        const string shell = "trap '' XFSZ; ulimit -f 2048; export DOTNET_EnableWriteXorExecute=0; exec dotnet \"$@\""; // no file beyond 2 MiB
        var (code, output) = await Programs.Run("bash", "-c", shell, "bash", assembly, "backup", file, "--data", imported.Data);

        Assert.Equal(2, code);
        Assert.Contains($"{file} was not written", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_place.Path));
    }

    private static int Begun(string database)
    {
        using var connection = new Npgsql.NpgsqlConnection(new Npgsql.NpgsqlConnectionStringBuilder(database) { Pooling = false }.ToString());
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand("SELECT count(*)::int FROM pg_stat_progress_copy WHERE datname = current_database() AND tuples_processed > 100", connection);
        return (int)command.ExecuteScalar()!;
    }

    private static Process Started(string command, string file, params string[] more) =>
        Programs.Start("cli", "CityGrains.Cli", null, [command, file, .. more]);

    private static async Task Kill(Process process, Func<bool> now)
    {
        await Waiting.Until(() => now() || process.HasExited);
        Assert.False(process.HasExited);
        process.Kill();
        await Programs.ToEnd(process);
    }

    private static Task<string> Expect(int code, string command, string argument, params string[] more) => Expect(code, command, [argument, .. more]);

    private static async Task<string> Expect(int expected, string command, string[] arguments)
    {
        var (code, output) = await Programs.Cli([command, .. arguments]);
        Assert.True(code == expected, string.Create(CultureInfo.InvariantCulture, $"{command} ended with {code}: {output}"));
        return output;
    }
}
