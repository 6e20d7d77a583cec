using System.CommandLine;

namespace CityGrains.Cli.Import;

/// <summary><c>citygrains import FILE --map NAME</c>: sends a file to a running server, and tells what became of each row.</summary>
public static class ImportCommand
{
    /// <summary>The variable that holds the key of the one who imports.</summary>
    public const string KeyVariable = "CITYGRAINS_KEY";

    /// <summary>The command. It ends with 0 when the import ran to its end, whatever was refused; else with 1.</summary>
    public static Command Create() => Create(Environment.GetEnvironmentVariable);

    internal static Command Create(Func<string, string?> environment)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The CSV (UTF-8) or XLSX file / Tệp CSV (UTF-8) hoặc XLSX" };
        var map = new Option<string>("--map") { Description = "How its rows are read: agreements, milestones, progress, … / Bản đồ nhập", Required = true };
        var url = new Option<string>("--url") { Description = "The server / Máy chủ", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "Data folder that holds admin.key / Thư mục dữ liệu có admin.key", DefaultValueFactory = _ => new DirectoryInfo("data"),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check only, record nothing / Chỉ kiểm tra, không ghi" };
        var refused = new Option<FileInfo?>("--refused")
        {
            Description = "File for the refused rows; FILE.refused.csv here unless told / Tệp ghi các dòng bị từ chối",
        };

        var sheet = new Option<string?>("--sheet") { Description = "Sheet of a workbook / Trang của bảng tính" };
        var column = new Option<string[]>("--column") { Description = "field:Name of a column of the file; repeat it / trường:Tên cột của tệp" };
        var ignore = new Option<string[]>("--ignore") { Description = "A column to pass over; repeat it / Cột bỏ qua" };
        var dates = new Option<string?>("--dates") { Description = "day-first, month-first: how 2/3/2024 is read / Thứ tự ngày tháng" };

        var command = new Command(
            "import",
            $"Import a CSV or XLSX file; the key comes from {KeyVariable} or admin.key / Nhập tệp CSV hoặc XLSX; khóa lấy từ {KeyVariable} hoặc admin.key")
        {
            file, map, url, data, dryRun, refused, sheet, column, ignore, dates,
        };
        command.SetAction((given, cancel) =>
        {
            if (!Uri.TryCreate(given.GetRequiredValue(url), UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
            {
                given.InvocationConfiguration.Error.WriteLine($"--url {given.GetRequiredValue(url)}: http://HOST:PORT");
                return Task.FromResult(1);
            }

            var settings = new ImportSettings(
                given.GetRequiredValue(file), given.GetRequiredValue(map), server, given.GetRequiredValue(data),
                given.GetValue(dryRun), given.GetValue(refused))
            {
                More = Query("sheet", given.GetValue(sheet)) + Query("column", given.GetValue(column))
                    + Query("ignore", given.GetValue(ignore)) + Query("dates", given.GetValue(dates)),
            };
            var output = given.InvocationConfiguration.Output;
            var isTerminal = output == Console.Out && !Console.IsOutputRedirected;
            IScreen screen = isTerminal ? new TerminalScreen(Language.IsVietnamese(environment)) : new PlainScreen(output);
            return new Importer(settings, screen, given.InvocationConfiguration.Error, environment).Run(cancel);
        });
        return command;
    }

    private static string Query(string name, params string?[]? values) =>
        string.Concat((values ?? []).OfType<string>().Select(value => $"&{name}={Uri.EscapeDataString(value)}"));
}
