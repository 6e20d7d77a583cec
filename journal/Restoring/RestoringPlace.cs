namespace CityGrains.Journal.Restoring;

/// <summary>Why a place cannot be used, in both languages.</summary>
internal static class RestoringPlace
{
    /// <summary>There is a store already.</summary>
    public static JournalUnavailableException Taken(string place) => new(
        $"There is a store in {place} already; a record is restored into an empty place only. / Đã có kho dữ liệu ở {place}; chỉ khôi phục được vào nơi còn trống.");

    /// <summary>A restore into it was not finished.</summary>
    public static JournalUnavailableException Unfinished(string place) => new(
        $"A restore into {place} was not finished, so there is no store yet: run the restore again. / Việc khôi phục vào {place} chưa xong nên chưa có kho dữ liệu; hãy chạy lại lệnh restore.");

    /// <summary>There is a store of an older program.</summary>
    public static JournalUnavailableException Older(string place) => new(
        $"The store {place} is an older program's: start this one on it once, which brings it up to date. / Kho {place} do bản cũ tạo ra: hãy khởi động bản này với kho một lần để nâng cấp.");

    /// <summary>Another restore is at it.</summary>
    public static JournalUnavailableException InUse(string place) => new(
        $"Another restore into {place} is going on. / Một lệnh restore khác đang khôi phục vào {place}.");
}
