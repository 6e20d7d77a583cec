using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CityGrains.Journal;
using CityGrains.Silo;

namespace CityGrains.Cli.Doctor;

/// <summary>Looks at the machine a node runs on, or is to run on.</summary>
internal static class Machine
{
    private const long GiB = 1L << 30;

    /// <summary>Open files: each connection is one; below this some thousand callers are too many.</summary>
    private const long FewFiles = 8192;

    private const int UsualPort = 5080;

    /// <summary>Everything found.</summary>
    public static async Task<IReadOnlyList<Diagnosis>> Look(SiloOptions place, bool isServing, CancellationToken cancel) =>
    [
        await Program("sdk", "dotnet", "--version", Diagnosis.Fault, "Cần .NET 10 SDK để dựng chương trình: https://dotnet.microsoft.com/download",
            "The .NET 10 SDK builds the program: https://dotnet.microsoft.com/download", cancel),
        Port(isServing), Disk(place.DataDirectory), Files(), Clock(), .. Folder(place.DataDirectory), await Store(place, cancel),
        await Program("psql", "psql", "--version", Diagnosis.Advice, "Không có psql; chỉ cần khi tự xem cơ sở dữ liệu PostgreSQL.",
            "There is no psql; only needed to look at a PostgreSQL database by hand.", cancel),
        await Program("chromium", "chromium", "--version", Diagnosis.Advice, "Không có chromium; chỉ cần để chạy các phép thử trang.",
            "There is no chromium; only needed to run the tests of pages.", cancel),
    ];

    private static Diagnosis Port(bool isServing)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, UsualPort);
            listener.Start();
            return Diagnosis.Well("port", $"Cổng {UsualPort} còn trống.", $"Port {UsualPort} is free.");
        }
        catch (SocketException)
        {
            return isServing
                ? Diagnosis.Well("port", $"Cổng {UsualPort} đang được dùng.", $"Port {UsualPort} is in use.")
                : Diagnosis.Advice("port", $"Cổng {UsualPort} đang được dùng; nếu không phải bởi CityGrains, hãy chọn cổng khác bằng --port.",
                    $"Port {UsualPort} is in use; if not by CityGrains, choose another with --port.");
        }
    }

    private static Diagnosis Disk(string data)
    {
        var folder = new DirectoryInfo(Path.GetFullPath(data));
        while (folder is { Exists: false, Parent: { } above }) folder = above;
        var free = new DriveInfo(folder.FullName).AvailableFreeSpace;
        var text = (free / (double)GiB).ToString("0.0", CultureInfo.InvariantCulture);
        return free >= GiB ? Diagnosis.Well("disk", $"Còn trống {text} GiB.", $"{text} GiB are free.")
            : Diagnosis.Fault(
                "disk", $"Chỉ còn trống {text} GiB nơi chứa {data}; hãy dọn hoặc mở rộng đĩa.", $"Only {text} GiB are free where {data} lies; make room.");
    }

    private static Diagnosis Files()
    {
        const string limits = "/proc/self/limits";
        if (!File.Exists(limits))
            return Diagnosis.Well("files", "Hệ thống này không giới hạn số tệp mở theo cách Linux.", "This system has no limit of open files as Linux has.");
        var most = File.ReadLines(limits).Where(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4]).Single();
        return !long.TryParse(most, CultureInfo.InvariantCulture, out var number) || number >= FewFiles
            ? Diagnosis.Well("files", $"Được mở {most} tệp.", $"{most} files may be open.")
            : Diagnosis.Advice("files", $"Chỉ được mở {most} tệp, mỗi kết nối là một: đặt LimitNOFILE=65536 trong systemd, hoặc ulimit -n 65536.",
                $"Only {most} files may be open, and each connection is one: set LimitNOFILE=65536 in systemd, or ulimit -n 65536.");
    }

    /// <summary>A clock before the program was built is wrong for certain.</summary>
    private static Diagnosis Clock()
    {
        var (now, built) = (TimeProvider.System.GetUtcNow(), new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(Machine).Assembly.Location), TimeSpan.Zero));
        return now > built.AddDays(-1) ? Diagnosis.Well("clock", $"Đồng hồ: {now:yyyy-MM-dd HH:mm:ss} UTC.", $"The clock says {now:yyyy-MM-dd HH:mm:ss} UTC.")
            : Diagnosis.Fault("clock", $"Đồng hồ chỉ {now:yyyy-MM-dd}, trước ngày dựng chương trình; hãy bật NTP.",
                $"The clock says {now:yyyy-MM-dd}, before the program was built; let NTP set it.");
    }

    private static List<Diagnosis> Folder(string data)
    {
        if (!Directory.Exists(data))
            return [Diagnosis.Well("folder", $"{data} chưa có; lần khởi động đầu sẽ tạo.", $"{data} is not there; the first start makes it.")];
        var found = new List<Diagnosis>();
        try
        {
            var trial = Path.Combine(data, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(trial, "");
            File.Delete(trial);
            found.Add(Diagnosis.Well("folder", $"Ghi được vào {data}.", $"{data} can be written."));
        }
        catch (Exception trouble) when (trouble is UnauthorizedAccessException or IOException)
        {
            found.Add(Diagnosis.Fault("folder", $"Không ghi được vào {data}; chạy bằng tài khoản của máy chủ, hoặc sửa quyền.",
                $"{data} cannot be written; run this as the user of the server, or mend its rights."));
        }

        if (!OperatingSystem.IsWindows() && (new DirectoryInfo(data).UnixFileMode & (UnixFileMode.OtherRead | UnixFileMode.OtherExecute)) != UnixFileMode.None)
            found.Add(Diagnosis.Advice("folder", $"Người khác trên máy này đọc được {data}: chmod 700 {data}.",
                $"Others on this machine can read {data}: chmod 700 {data}."));
        found.AddRange(((string[])["admin.key", "approver.key", "seal.key"]).Select(name => Path.Combine(data, name)).Where(File.Exists).Select(Key));
        return found;
    }

    private static Diagnosis Key(string file)
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Others) == UnixFileMode.None
            ? Diagnosis.Well("key", $"{file}: chỉ chủ tệp đọc được.", $"{file}: read by its owner alone.")
            : Diagnosis.Fault("key", $"{file} người khác đọc được: chmod 600 {file}, rồi thay khóa (./citygrains key rotate).",
                $"{file} can be read by others: chmod 600 {file}, then replace the key (./citygrains key rotate).");
    }

    private static async Task<Diagnosis> Store(SiloOptions place, CancellationToken cancel)
    {
        if (place.Postgres is null) return Diagnosis.Well("store", "SQLite, trong thư mục dữ liệu.", "SQLite, in the data folder.");
        try
        {
            var version = await Stores.ServerVersion(place.Postgres, cancel);
            return Diagnosis.Well("store", $"PostgreSQL {version} trả lời.", $"PostgreSQL {version} answers.");
        }
        catch (Exception trouble) when (trouble is JournalUnavailableException or FormatException)
        {
            return Diagnosis.Fault("store", trouble.Message, trouble.Message);
        }
    }

    private static async Task<Diagnosis> Program(
        string subject, string program, string argument, Func<string, string, string, Diagnosis> missing, string vi, string en, CancellationToken cancel)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument)
                { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var said = (await process.StandardOutput.ReadToEndAsync(cancel)).Trim();
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? Diagnosis.Well(subject, said, said) : missing(subject, vi, en);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return missing(subject, vi, en);
        }
    }
}
