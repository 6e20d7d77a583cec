using CityGrains.Cli.Export;

namespace CityGrains.Cli.Tests;

/// <summary>Files that bear their name when they are whole, never before.</summary>
public sealed class NewFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("citygrains-files-");

    private FileInfo Named => new(Path.Combine(_folder.FullName, "backup.jsonl"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Whoever_writes_a_file_that_another_is_writing_is_told_and_the_other_goes_on()
    {
        await NewFile.Write(Named, secret: true, async output =>
        {
            await output.WriteAsync("whole"u8.ToArray());
            var second = await Assert.ThrowsAsync<IOException>(() => NewFile.Write(Named, secret: true, _ => Task.FromResult(0)));
            Assert.Contains("backup.jsonl was not written", second.Message, StringComparison.Ordinal);
            return 1;
        });
        Assert.Equal("whole", await File.ReadAllTextAsync(Named.FullName));
        Assert.Single(_folder.EnumerateFiles());
    }

    [Fact]
    public async Task What_a_crash_has_left_is_written_over_and_is_not_readable_by_others()
    {
        await File.WriteAllTextAsync(Named.FullName + ".part", "longer than what follows");
        await NewFile.Write(Named, secret: true, async output =>
        {
            await output.WriteAsync("short"u8.ToArray());
            return 1;
        });
        Assert.Equal("short", await File.ReadAllTextAsync(Named.FullName));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Named.UnixFileMode);
    }

    [Fact]
    public void A_folder_is_refused_before_anything_is_read() =>
        Assert.Contains("is a folder; name a file in it", NewFile.AlreadyThere(null, new FileInfo(_folder.FullName)), StringComparison.Ordinal);
}
