using System.Text.Json;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Domain.Reports;

namespace CityGrains.Api.Reports;

/// <summary>What paths call the measures, and what people call kinds.</summary>
internal static class MeasureNames
{
    /// <summary>Every name in a path.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<AnnualMeasure>().Select(InPath)];

    /// <summary>The name in a path, <c>stand-signed</c>.</summary>
    public static string InPath(AnnualMeasure measure) => JsonNamingPolicy.KebabCaseLower.ConvertName(measure.ToString());

    /// <summary>The measure of a name in a path; null when it is none.</summary>
    public static AnnualMeasure? OfPath(string name) =>
        Enum.GetValues<AnnualMeasure>().Where(measure => InPath(measure) == name).Cast<AnnualMeasure?>().SingleOrDefault();

    /// <summary>What people call a kind.</summary>
    public static Sentence Of(AgreementKind kind) => kind switch
    {
        AgreementKind.Mou => new("Bản ghi nhớ", "Memorandum of understanding"),
        AgreementKind.CooperationAgreement => new("Thỏa thuận hợp tác", "Cooperation agreement"),
        AgreementKind.SisterCity => new("Kết nghĩa", "Sister cities"),
        AgreementKind.LetterOfIntent => new("Ý định thư", "Letter of intent"),
        AgreementKind.JointStatement => new("Tuyên bố chung", "Joint statement"),
        AgreementKind.Minutes => new("Biên bản", "Minutes"),
        _ => new("Chương trình, kế hoạch hợp tác", "Cooperation programme"),
    };
}
