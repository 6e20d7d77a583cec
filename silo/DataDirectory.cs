using System.Globalization;

namespace CityGrains.Silo;

/// <summary>The folder of a node's files, held by one process at a time.</summary>
public sealed class DataDirectory : IDisposable
{
    private readonly FileStream _held;

    private DataDirectory(FileStream held) => _held = held;

    /// <summary>Creates the folder when it is missing, and holds it until disposed or until the process ends, however it ends.</summary>
    /// <exception cref="DataDirectoryException">Another process holds it, or it cannot be written.</exception>
    public static DataDirectory Hold(string folder)
    {
        try
        {
            Create(folder);
            var held = Lock(Path.Combine(folder, "citygrains.lock")) ?? throw DataDirectoryException.HeldBy(folder, Holder(folder));
            File.WriteAllText(PidFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataDirectory(held);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException and not DataDirectoryException)
        {
            throw DataDirectoryException.NotWritable(folder, cause);
        }
    }

    /// <summary>Creates the folder when it is missing, for its owner alone: the store in it has the secrets of webhooks and what is not published.</summary>
    internal static void Create(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    /// <summary>Null when another process holds the file: FileShare.None is an exclusive lock that the system drops with the process.</summary>
    private static FileStream? Lock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    /// <summary>The holder writes its id right after it has the lock; a reader may come in between.</summary>
    private static string Holder(string folder) => File.Exists(PidFile(folder)) ? File.ReadAllText(PidFile(folder)) : "?";

    /// <summary>A file of its own: nobody else can read one that is locked.</summary>
    private static string PidFile(string folder) => Path.Combine(folder, "citygrains.pid");
}

/// <summary>A data folder that cannot be used, with the reason in one sentence.</summary>
public sealed class DataDirectoryException : IOException
{
    private DataDirectoryException(string message, Exception? cause = null) : base(message, cause)
    {
    }

    internal static DataDirectoryException HeldBy(string folder, string pid) => new(
        $"The data folder {folder} is in use by process {pid}; stop it, or choose another folder with --data. / Thư mục dữ liệu {folder} đang được tiến trình {pid} sử dụng; hãy dừng nó hoặc chọn thư mục khác bằng --data.");

    internal static DataDirectoryException NotWritable(string folder, Exception cause) => new(
        $"The data folder {folder} cannot be written: {cause.Message} Choose another with --data. / Không ghi được vào thư mục dữ liệu {folder}; hãy chọn thư mục khác bằng --data.", cause);
}
