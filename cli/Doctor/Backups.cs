using System.Globalization;

namespace CityGrains.Cli.Doctor;

/// <summary>Looks whether there is a backup, and how old the newest is.</summary>
internal static class Backups
{
    /// <summary>A day, and time to make one.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromHours(26);

    /// <param name="place">A backup, or the folder they are kept in; null: it was not said.</param>
    public static Diagnosis Look(string? place)
    {
        if (place is null)
            return Diagnosis.Advice(
                "backup", "Chưa biết bản sao lưu ở đâu: thêm --backup TỆP hoặc THƯ MỤC.", "Where backups lie was not said: add --backup FILE or FOLDER.");
        var files = Directory.Exists(place) ? new DirectoryInfo(place).GetFiles() : File.Exists(place) ? [new FileInfo(place)] : [];
        if (files.Where(file => file.Length > 0).MaxBy(file => file.LastWriteTimeUtc) is not { } newest)
            return Diagnosis.Fault(
                "backup", $"Không có bản sao lưu nào ở {place}: ./citygrains backup TỆP.", $"There is no backup at {place}: ./citygrains backup FILE.");
        var age = TimeProvider.System.GetUtcNow() - new DateTimeOffset(newest.LastWriteTimeUtc, TimeSpan.Zero);
        var hours = age.TotalHours.ToString("0", CultureInfo.InvariantCulture);
        return age <= Old ? Diagnosis.Well("backup", $"{newest.Name}, {hours} giờ trước.", $"{newest.Name}, {hours} hours old.")
            : Diagnosis.Fault("backup", $"Bản sao lưu mới nhất, {newest.Name}, đã {hours} giờ: hãy xem lịch sao lưu.",
                $"The newest backup, {newest.Name}, is {hours} hours old: see to its timer.");
    }
}
