using System.Globalization;
using CityGrains.Domain.Record;

namespace CityGrains.Journal.Verification;

/// <summary>What can be wrong with a store, in words.</summary>
internal static class Reasons
{
    public static Sentence Damaged(string detail) => new($"Tệp dữ liệu bị hỏng: {detail}.", $"The file is damaged: {detail}.");

    public static Sentence SchemaDiffers(string name) => new(
        $"Cấu trúc kho không phải do chương trình này tạo ra: {name}.", $"The store's own description is not what this program makes: {name}.");

    public static Sentence Unreadable(string detail) => new($"Không đọc được sự kiện: {detail}.", $"The event cannot be read: {detail}.");

    public static Sentence UnknownType(string type) => new(
        $"Chương trình này không biết loại sự kiện '{type}'.", $"This program knows no event of type '{type}'.");

    public static Sentence NotNext(long expected, long found) => new(
        $"Phiên bản không liên tục: cần {Number(expected)}, gặp {Number(found)}.", $"Versions are not dense: {Number(expected)} should follow, {Number(found)} does.");

    public static Sentence HashDiffers() => new(
        "Giá trị băm không khớp: sự kiện này, hoặc mối nối với sự kiện trước nó, đã bị sửa.",
        "The hash does not fit: this event, or its link to the one before it, was changed.");

    public static Sentence DoesNotFold(string detail) => new(
        $"Sự kiện không nối tiếp được trạng thái trước đó: {detail}.", $"The event does not follow from the state before it: {detail}.");

    public static Sentence RowMissing() => new("Có sự kiện nhưng không có dòng dữ liệu.", "There are events, and no row.");

    public static Sentence RowDiffers(string column) => new(
        $"Dòng dữ liệu khác với kết quả tính lại từ các sự kiện: cột {column}.", $"The row is not what its events fold to: column {column}.");

    public static Sentence RowWithoutEvents() => new("Có dòng dữ liệu nhưng không có sự kiện nào.", "There is a row, and no event.");

    public static Sentence CounterDiffers(string counter, long stored, long counted) => new(
        $"Số đếm {counter} ghi {Number(stored)}, đếm lại được {Number(counted)}.", $"Counter {counter} says {Number(stored)}, a recount {Number(counted)}.");

    public static Sentence PeriodsDiffer(string table) => new(
        $"Bảng {table} khác với kết quả tính lại từ các sự kiện; hãy dựng lại các dòng.", $"The table {table} is not what the events say; rebuild the rows.");

    public static Sentence ClocksDiffer() => new(
        "Bảng clocks khác với kết quả tính lại từ các sự kiện; hãy dựng lại các dòng.", "The table clocks is not what the events say; rebuild the rows.");

    public static Sentence BelongingsDiffer(string table) => new(
        $"Bảng {table} khác với kết quả tính lại từ các sự kiện; hãy dựng lại các dòng.", $"The table {table} is not what the events say; rebuild the rows.");

    public static Sentence IndexDiffers(string index) => new(
        $"Chỉ mục {index} khác với các dòng dữ liệu; hãy dựng lại các dòng.", $"The index {index} is not what the rows say; rebuild the rows.");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
