namespace CityGrains.Cli.Export;

/// <summary>A file that bears its name when it is whole and on disk, never before.</summary>
internal static class NewFile
{
    /// <summary>What the refusal says when one of the files is there already; null when none is.</summary>
    public static string? AlreadyThere(params FileInfo?[] files) =>
        files.FirstOrDefault(file => file?.Exists is true) is { } there ? $"{there.FullName} is there already. / {there.FullName} đã tồn tại." : null;

    /// <summary>
    /// Writes it, readable by its owner only where <paramref name="secret"/> says so. What was begun is removed when it cannot be brought to its end.
    /// </summary>
    /// <exception cref="IOException">The disk is full, the folder is not there, …: the message names the file.</exception>
    public static async Task<T> Write<T>(FileInfo file, bool secret, Func<Stream, Task<T>> write)
    {
        var begun = file.FullName + ".part";
        try
        {
            return await WriteAs(begun, file.FullName, secret, write);
        }
        catch (Exception cause)
        {
            if (File.Exists(begun)) File.Delete(begun);
            if (cause is not (IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)) throw; // the last: a file longer than the file system takes
            throw new IOException($"{file.FullName} was not written: {cause.Message} / Không ghi được {file.FullName}.", cause);
        }
    }

    private static async Task<T> WriteAs<T>(string begun, string name, bool secret, Func<Stream, Task<T>> write)
    {
        File.Delete(begun);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read | FileShare.Delete };
        if (secret && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var output = new FileStream(begun, options);
        var written = await write(output);
        output.Flush(flushToDisk: true);
        File.Move(begun, name);
        output.Flush(flushToDisk: true); // the name as well
        return written;
    }
}
