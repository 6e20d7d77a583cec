using CityGrains.Cli.Record;

namespace CityGrains.Cli.Export;

/// <summary>A file that bears its name when it is whole and on disk, never before.</summary>
internal static class NewFile
{
    /// <summary>What the refusal says when one of the files is there already, or is a folder; null when none is.</summary>
    public static string? AlreadyThere(params FileInfo?[] files) =>
        files.OfType<FileInfo>().Select(file => file.Exists ? $"{file.FullName} is there already. / {file.FullName} đã tồn tại."
            : GivenFile.Folder(file)).FirstOrDefault(why => why is not null);

    /// <summary>
    /// Writes it, readable by its owner only where <paramref name="secret"/> says so. What was begun is removed when it cannot be brought to its end.
    /// </summary>
    /// <exception cref="IOException">The disk is full, the folder is not there, somebody writes it already, …: the message names the file.</exception>
    public static async Task<T> Write<T>(FileInfo file, bool secret, Func<Stream, Task<T>> write)
    {
        try
        {
            await using var output = Begin(file.FullName + ".part", secret);
            try
            {
                var written = await write(output);
                output.Flush(flushToDisk: true);
                File.Move(output.Name, file.FullName);
                output.Flush(flushToDisk: true); // the name as well
                return written;
            }
            catch
            {
                File.Delete(output.Name);
                throw;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last: a file longer than the file system takes.
            throw new IOException($"{file.FullName} was not written: {cause.Message} / Không ghi được {file.FullName}.", cause);
        }
    }

    /// <summary>Held by one at a time: two that write the same file at once would give its name to what the other has only begun.</summary>
    private static FileStream Begin(string name, bool secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write,
            Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None }; // Windows gives an open file its name only so
        if (secret && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var output = new FileStream(name, options);
        output.SetLength(0); // what a crash has left
        if (secret && !OperatingSystem.IsWindows()) File.SetUnixFileMode(output.SafeFileHandle, options.UnixCreateMode!.Value);
        return output;
    }
}
