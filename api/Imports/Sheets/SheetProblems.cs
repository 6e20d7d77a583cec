using CityGrains.Api.Problems;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>What people are told of a workbook that cannot be imported.</summary>
internal static class SheetProblems
{
    private const string SaveVi = "Mở bằng Excel hoặc LibreOffice, Lưu thành › Excel Workbook (.xlsx) không đặt mật khẩu, rồi nhập lại.";
    private const string SaveEn = "Open it in Excel or LibreOffice, Save As › Excel Workbook (.xlsx) without a password, and import that.";

    public static Problem Broken { get; } = FileProblem.Bad("broken-workbook",
        "Tệp Excel bị hỏng hoặc không phải .xlsx.", "The Excel file is broken, or is no .xlsx.", SaveVi, SaveEn);

    public static Problem OtherWorkbook { get; } = FileProblem.Bad("not-xlsx",
        "Tệp nén này không phải bảng tính .xlsx (có thể là .ods hoặc .xlsb).", "This archive is no .xlsx workbook (an .ods or .xlsb, perhaps).", SaveVi,
        SaveEn);

    public static Problem OldExcel { get; } = FileProblem.Bad("old-excel",
        "Đây là bảng tính Excel đời cũ (.xls).", "This is a workbook of old Excel (.xls).", SaveVi, SaveEn);

    public static Problem Password { get; } = FileProblem.Bad("password",
        "Bảng tính có mật khẩu nên không đọc được.", "The workbook is protected by a password and cannot be read.",
        "Trong Excel: Tệp › Thông tin › Bảo vệ sổ làm việc › Mã hóa bằng mật khẩu, xóa mật khẩu, lưu rồi nhập lại.",
        "In Excel: File › Info › Protect Workbook › Encrypt with Password, remove the password, save, and import it again.");

    public static Problem TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "import/workbook-too-large",
        new("Bảng tính giải nén ra quá lớn.", "The workbook unpacks to too much."),
        new("Lưu riêng trang cần nhập thành CSV UTF-8, hoặc chia thành nhiều tệp.", "Save the sheet alone as CSV UTF-8, or split it into several files."));

    public static Problem NoSuchSheet(string asked, IEnumerable<string> names) => FileProblem.Bad("no-such-sheet",
        $"Bảng tính không có trang '{asked}'.", $"The workbook has no sheet '{asked}'.", $"Các trang: {Listed(names)}.", $"Sheets: {Listed(names)}.");

    public static Problem NoVisibleSheet(IEnumerable<string> names) => FileProblem.Bad("no-visible-sheet",
        "Bảng tính không có trang nào hiện ra.", "The workbook has no visible sheet.",
        $"Nêu trang bằng tham số sheet: {Listed(names)}.", $"Name one by the parameter sheet: {Listed(names)}.");

    public static Problem WhichSheet(IEnumerable<string> names) => FileProblem.Bad("which-sheet",
        $"Nhiều trang có các cột của bản đồ: {Listed(names)}.", $"Several sheets have the columns of the map: {Listed(names)}.",
        "Chọn một trang bằng tham số sheet (--sheet).", "Choose one by the parameter sheet (--sheet).");

    public static Problem Merged(IReadOnlyList<string> ranges) => FileProblem.Bad("merged-cells",
        $"Có ô gộp trong các dòng dữ liệu: {Some(ranges)}; không rõ giá trị thuộc dòng hay cột nào.",
        $"Cells are merged among the rows: {Some(ranges)}; which row or column the value belongs to cannot be told.",
        "Bỏ gộp ô (Home › Merge & Center › Unmerge), điền giá trị vào từng ô rồi nhập lại.",
        "Unmerge them (Home › Merge & Center › Unmerge), fill in each cell, and import it again.");

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Take(20).Select(name => $"'{name}'"));

    private static string Some(IReadOnlyList<string> ranges) => string.Join(", ", ranges.Take(5)) + (ranges.Count > 5 ? ", …" : "");
}
