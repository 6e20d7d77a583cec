using System.Globalization;
using CityGrains.Domain.Record;

namespace CityGrains.Journal.Export;

/// <summary>An export that cannot be written or read as it should, with the line and the reason.</summary>
public sealed class ExportFormatException : Exception
{
    /// <summary>Names the line and what is wrong with it.</summary>
    public ExportFormatException(long line, Sentence reason, Exception? cause = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"line {line}: {reason.En}"), cause) => (Line, Reason) = (line, reason);

    /// <summary>The line, from 1.</summary>
    public long Line { get; }

    /// <summary>What is wrong.</summary>
    public Sentence Reason { get; }

    internal static ExportFormatException NotAnExport(long line) => new(line, new Sentence(
        $"Tệp không bắt đầu bằng dòng tiêu đề {ExportFormat.Name}.", $"The file does not begin with the header line of {ExportFormat.Name}."));

    internal static ExportFormatException OtherVersion(string written) => new(1, new Sentence(
        $"Tệp viết theo dạng {written}, chương trình này đọc được {ExportFormat.Name}; hãy dùng phiên bản chương trình đã ghi ra tệp.",
        $"The file is written as {written}, and this program reads {ExportFormat.Name}; take the version of the program that wrote it."));

    internal static ExportFormatException Malformed(long line, Exception cause) => new(line, new Sentence(
        "Dòng này không viết đúng dạng.", $"The line is not written as it must be: {cause.Message}"), cause);

    internal static ExportFormatException TooLong(long line) => new(line, new Sentence("Dòng này quá dài.", "The line is too long."));

    internal static ExportFormatException CutOff(long line) => new(line, new Sentence(
        "Tệp bị cắt cụt: thiếu dòng kết thúc.", "The file was cut off: its last line is missing."));

    internal static ExportFormatException WrongCount(long line, long said, long found) => new(line, new Sentence(
        string.Create(CultureInfo.InvariantCulture, $"Dòng kết thúc ghi {said} sự kiện, tệp có {found}."),
        string.Create(CultureInfo.InvariantCulture, $"The last line says {said} events, the file has {found}.")));

    internal static ExportFormatException MoreAfterEnd(long line) => new(line, new Sentence(
        "Còn nội dung sau dòng kết thúc.", "Something stands after the last line."));

    internal static ExportFormatException NotAsWritten(long line) => new(line, new Sentence(
        "Tệp không còn đúng như khi được ghi ra: giá trị SHA-256 khác.", "The file is not as it was written: its SHA-256 is another."));

    internal static ExportFormatException NotText(long line, RecordedEvent recorded) => new(line, new Sentence(
        $"Sự kiện {recorded.Stream} phiên bản {recorded.Version.ToString(CultureInfo.InvariantCulture)} không phải là văn bản UTF-8; hãy kiểm tra kho bằng verify.",
        $"The event {recorded.Stream} version {recorded.Version.ToString(CultureInfo.InvariantCulture)} is not text in UTF-8; verify the store."));
}
