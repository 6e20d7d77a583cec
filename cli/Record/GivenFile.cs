namespace CityGrains.Cli.Record;

/// <summary>A file that whoever runs a command names to be read.</summary>
internal static class GivenFile
{
    /// <summary>Opens it.</summary>
    /// <exception cref="IOException">It is not there, is a folder, or may not be read: the message says so in both languages.</exception>
    public static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException(
                Folder(file) ?? (cause is UnauthorizedAccessException ? $"{file.FullName} may not be read. / Không được phép đọc {file.FullName}."
                : $"There is no file {file.FullName}. / Không có tệp {file.FullName}."), cause);
        }
    }

    /// <summary>What is said where a folder is named in a file's place; null when it is none.</summary>
    public static string? Folder(FileInfo file) => Directory.Exists(file.FullName)
        ? $"{file.FullName} is a folder; name a file in it. / {file.FullName} là thư mục; hãy nêu một tệp trong đó." : null;
}
