using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports;

/// <summary>Why a file is refused as a whole, before anything of it was written.</summary>
internal static class FileProblem
{
    /// <summary>The file must be mended.</summary>
    public static Problem Bad(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new(StatusCodes.Status400BadRequest, "import/" + code, new Sentence(vi, en), new Sentence(remedyVi, remedyEn));

    public static Problem TooManyRows(ImportLimits limits) => TooLarge("too-many-rows",
        Invariant($"Tệp có hơn {limits.Rows} dòng dữ liệu."), Invariant($"The file has more than {limits.Rows} rows."), limits);

    public static Problem TooManyBytes(ImportLimits limits) => TooLarge("too-large",
        Invariant($"Tệp lớn hơn {limits.Megabytes} MB."), Invariant($"The file is larger than {limits.Megabytes} MB."), limits);

    private static Problem TooLarge(string code, string vi, string en, ImportLimits limits) => new(
        StatusCodes.Status413PayloadTooLarge, "import/" + code, new Sentence(vi, en), new Sentence(
            Invariant($"Chia thành nhiều tệp, mỗi tệp nhiều nhất {limits.Rows} dòng và {limits.Megabytes} MB, đều có dòng tiêu đề;")
                + " hoặc nâng CityGrains__Imports__MaxRows, CityGrains__Imports__MaxMegabytes.",
            Invariant($"Split it into files of at most {limits.Rows} rows and {limits.Megabytes} MB, each with the header row;")
                + " or raise CityGrains__Imports__MaxRows, CityGrains__Imports__MaxMegabytes."));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
