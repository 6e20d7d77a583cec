using CityGrains.Domain.Record;

namespace CityGrains.Journal.Restoring;

/// <summary>Why a place cannot be used: ends of sentences that begin with the name of the store.</summary>
internal static class RestoringPlace
{
    /// <summary>A restore needs an empty place.</summary>
    public static Sentence Taken { get; } = new(
        "đã có sẵn; chỉ khôi phục được vào nơi còn trống", "is there already; a record is restored into an empty place only");

    /// <summary>A restore was begun, and ended by a crash.</summary>
    public static Sentence Unfinished { get; } = new(
        "chưa hoàn chỉnh vì việc khôi phục chưa xong; hãy chạy lại lệnh restore", "is not whole, since its restore was not finished; run the restore again");

    /// <summary>Another restore is at it.</summary>
    public static Sentence InUse { get; } = new("đang được một lệnh restore khác khôi phục", "is being restored by another process");

    /// <summary>Nothing was ever recorded there.</summary>
    public static Sentence Absent { get; } = new("chưa được tạo ra", "is not there");

    /// <summary>An older program has made it.</summary>
    public static Sentence Older { get; } = new("do bản chương trình cũ tạo ra; hãy khởi động bản này với kho một lần để nâng cấp",
        "is an older program's; start this one on it once, which brings it up to date");

    /// <summary>What whoever works on a file is told, in both languages.</summary>
    public static JournalUnavailableException At(string file, Sentence why, Exception? cause = null) =>
        new($"The store {file} {why.En}. / Kho dữ liệu {file} {why.Vi}.", cause!);
}
