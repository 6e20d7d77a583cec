using CityGrains.Cli.Import;

namespace CityGrains.Cli.Tests.Import;

/// <summary>The file of refused rows, in the current folder: one test at a time.</summary>
public sealed class RefusedFileTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "citygrains-refused-" + Guid.NewGuid().ToString("N"));
    private readonly string _name = "t" + Guid.NewGuid().ToString("N");

    public RefusedFileTests() => Directory.CreateDirectory(_folder);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(".", _name + "*")) File.Delete(file);
    }

    [Fact]
    public void What_somebody_is_mending_is_not_written_over()
    {
        Assert.Equal($"{_name}.refused.csv", Keep("1,2"));
        Assert.Equal($"{_name}.refused.csv", Keep("1,2"));
        File.AppendAllText($"{_name}.refused.csv", "mended\n");
        Assert.Equal($"{_name}.refused-2.csv", Keep("1,2"));
    }

    [Fact]
    public void The_header_over_several_lines_and_the_byte_order_mark_come_along()
    {
        var kept = Keep("1,2", "\uFEFFa,\"b\nb\"\nx,y\n");
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(kept)[..3]);
        Assert.Equal(["a,\"b", "b\"", "1,2"], File.ReadAllLines(kept));
    }

    [Fact]
    public void What_is_not_kept_leaves_nothing()
    {
        var file = Path.Combine(_folder, _name + ".csv");
        File.WriteAllText(file, "a,b\n");
        using (var refused = new RefusedFile(Settings(file, new FileInfo(Path.Combine(_folder, "out.csv"))))) refused.Add("1,2");
        Assert.Equal([file], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Rows_of_a_workbook_stand_under_the_names_the_server_has_read()
    {
        var file = Path.Combine(_folder, _name + ".xlsx");
        File.WriteAllText(file, "PK\u0003\u0004");
        using var refused = new RefusedFile(Settings(file, null));
        refused.Head("Mã,Tên");
        refused.Add("1,2");
        var kept = refused.Keep();
        Assert.Equal($"{_name}.refused.csv", kept);
        Assert.Equal(["Mã,Tên", "1,2"], File.ReadAllLines(kept));
    }

    private string Keep(string row, string content = "a,b\n1,2\n")
    {
        var file = Path.Combine(_folder, _name + ".csv");
        File.WriteAllText(file, content);
        using var refused = new RefusedFile(Settings(file, null));
        refused.Add(row);
        return refused.Keep();
    }

    private static ImportSettings Settings(string file, FileInfo? refused) =>
        new(new FileInfo(file), "agreements", new Uri("http://127.0.0.1:1"), new DirectoryInfo("."), DryRun: false, refused);
}
