using System.Text;
using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Sheets;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Imports;

/// <summary>What people are told of a file that is not CSV in UTF-8.</summary>
internal static class Unreadable
{
    private const string SaveVi =
        "Trong Excel: Lưu thành › CSV UTF-8 (phân tách bằng dấu phẩy); trong LibreOffice: Lưu thành › CSV, bộ ký tự Unicode (UTF-8). Rồi nhập lại.";
    private const string SaveEn =
        "In Excel: Save As › CSV UTF-8 (Comma delimited); in LibreOffice: Save As › CSV, character set Unicode (UTF-8). Then import it again.";

    public static Problem Empty() => FileProblem.Bad(
        "empty-file", "Tệp rỗng.", "The file is empty.", "Gửi tệp CSV hoặc XLSX có dòng tiêu đề.", "Send a CSV or XLSX file with a header row.");

    /// <summary>Tells old workbooks, protected ones and UTF-16 by their bytes; null for anything else.</summary>
    public static Problem? Recognise(Stream file)
    {
        Span<byte> first = stackalloc byte[8];
        first = first[..file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        return first.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? Bears(file, "EncryptedPackage") ? SheetProblems.Password : SheetProblems.OldExcel
            : first.StartsWith<byte>([0xFF, 0xFE]) || first.StartsWith<byte>([0xFE, 0xFF])
            ? FileProblem.Bad("not-utf8", "Tệp có mã UTF-16, không phải UTF-8.", "The file is UTF-16, not UTF-8.", SaveVi, SaveEn)
            : null;
    }

    /// <summary>True when a name stands in a compound file (MS-CFB), whose names are UTF-16.</summary>
    private static bool Bears(Stream file, string name)
    {
        var sought = Encoding.Unicode.GetBytes(name);
        var block = new byte[64 * 1024];
        file.Position = 0;
        var kept = 0;
        while (file.Read(block, kept, block.Length - kept) is > 0 and var read)
        {
            var all = block.AsSpan(0, kept + read);
            if (all.IndexOf(sought) >= 0) return true;
            kept = Math.Min(sought.Length - 1, all.Length);
            all[^kept..].CopyTo(block);
        }

        return false;
    }

    public static Problem Because(CsvFault fault) => fault.Kind switch
    {
        CsvFaultKind.NotUtf8 => FileProblem.Bad("not-utf8",
            $"Dòng {fault.Line}, cột {fault.Column}: byte 0x{fault.Byte:X2} không phải UTF-8; tệp có vẻ được lưu bằng Latin-1 hoặc Windows-125x.",
            $"Line {fault.Line}, column {fault.Column}: the byte 0x{fault.Byte:X2} is not UTF-8; the file looks like Latin-1 or Windows-125x.", SaveVi, SaveEn),
        CsvFaultKind.QuoteNeverClosed => FileProblem.Bad("broken-quote",
            $"Dấu ngoặc kép mở ở dòng {fault.Line}, cột {fault.Column} không được đóng lại.",
            $"The quote opened at line {fault.Line}, column {fault.Column} is never closed.",
            "Đóng dấu ngoặc kép ở dòng đó; dấu ngoặc kép nằm trong ô thì viết hai lần.", "Close it on that line; a quote inside a cell is written twice."),
        CsvFaultKind.TextAfterQuote => FileProblem.Bad("broken-quote",
            $"Dòng {fault.Line}, cột {fault.Column}: có chữ ngay sau dấu ngoặc kép đóng.",
            $"Line {fault.Line}, column {fault.Column}: text follows a closing quote.",
            "Viết hai lần dấu ngoặc kép nằm trong ô, hoặc xóa dấu thừa.", "Write a quote inside a cell twice, or remove the stray one."),
        _ => FileProblem.Bad("row-too-long",
            $"Dòng {fault.Line} dài hơn {CsvReader.LongestRow} ký tự.", $"The row on line {fault.Line} is longer than {CsvReader.LongestRow} characters.",
            "Kiểm tra dấu xuống dòng của tệp.", "Check the line ends of the file."),
    };
}
