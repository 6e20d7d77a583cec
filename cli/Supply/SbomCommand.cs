using System.CommandLine;
using CityGrains.Cli.Record;

namespace CityGrains.Cli.Supply;

/// <summary><c>sbom</c>: what the program is made of, from the lock files of its sources; on standard output, or to files.</summary>
internal static class SbomCommand
{
    public static Command Create()
    {
        var root = new Option<DirectoryInfo>("--root") { Description = "The sources / Thư mục mã nguồn", DefaultValueFactory = _ => new DirectoryInfo(".") };
        var file = new Option<FileInfo?>("--out") { Description = "Write the bill of materials here / Ghi danh mục thành phần vào tệp này" };
        var licences = new Option<FileInfo?>("--licences") { Description = "Write the list of licences here / Ghi danh sách giấy phép vào tệp này" };
        var command = new Command("sbom", "What the program is made of, CycloneDX JSON / Danh mục thành phần của chương trình") { root, file, licences };
        command.SetAction((parsed, cancel) => Attempt.Run(async () =>
        {
            var packages = LockFiles.Read(parsed.GetRequiredValue(root).FullName, Cache);
            if (parsed.GetValue(licences) is { } list) await File.WriteAllTextAsync(list.FullName, LicenceList.Of(packages), cancel);
            if (parsed.GetValue(file) is { } bill) await File.WriteAllTextAsync(bill.FullName, BillOfMaterials.Of(packages), cancel);
            else if (parsed.GetValue(licences) is null) await Console.Out.WriteAsync(BillOfMaterials.Of(packages));
            return Attempt.Done;
        }));
        return command;
    }

    /// <summary>Where restored packages lie.</summary>
    internal static string Cache => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
