using CityGrains.Domain.Record;

namespace CityGrains.Cli.Import;

/// <summary>The key of the one who imports.</summary>
internal static class CallerKey
{
    /// <summary>From the variable, else from admin.key of the data folder; the sentence says how to get one.</summary>
    public static (string? Key, Sentence? Missing) Find(DirectoryInfo data, Func<string, string?> environment)
    {
        if (environment(ImportCommand.KeyVariable) is { Length: > 0 } set) return (set.Trim(), null);

        var file = Path.Combine(data.FullName, "admin.key");
        if (!File.Exists(file))
        {
            return (null, new Sentence(
                $"Không có khóa: đặt biến {ImportCommand.KeyVariable}, hoặc chỉ thư mục dữ liệu của máy chủ bằng --data (không thấy {file}).",
                $"There is no key: set {ImportCommand.KeyVariable}, or name the server's data folder with --data (there is no {file})."));
        }

        try
        {
            return (File.ReadAllText(file).Trim(), null);
        }
        catch (UnauthorizedAccessException)
        {
            return (null, new Sentence(
                $"Không được phép đọc {file}: chạy bằng tài khoản của máy chủ, hoặc đặt biến {ImportCommand.KeyVariable}.",
                $"{file} may not be read: run this as the user of the server, or set {ImportCommand.KeyVariable}."));
        }
    }
}
