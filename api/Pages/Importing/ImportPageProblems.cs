using CityGrains.Api.Imports;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Importing;

/// <summary>What can be wrong with sending a file by a page.</summary>
internal static class ImportPageProblems
{
    /// <summary>No file was chosen, or an empty one.</summary>
    public static Problem NoFile { get; } = FileProblem.Bad("no-file",
        "Chưa có tệp nào được chọn, hoặc tệp rỗng.", "No file was chosen, or it is empty.", "Chọn tệp CSV hoặc XLSX rồi gửi lại.",
        "Choose a CSV or XLSX file and send it again.");

    /// <summary>The file is no longer kept, or another person's.</summary>
    public static Problem Gone { get; } = new(StatusCodes.Status404NotFound, "import/gone",
        new Sentence("Tệp này không còn được giữ ở đây.", "The file is no longer kept here."),
        new Sentence("Gửi lại tệp từ trang Nhập dữ liệu: dòng nào đã ghi rồi sẽ được báo là không đổi, không ghi hai lần.",
            "Send it again from the import page: rows recorded before are told as unchanged, and not recorded twice."));
}
