using System.Globalization;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Bench;

/// <summary>The commands of an agreement's life in their order. A station is how many of them are taken before only reports follow.</summary>
internal static class Steps
{
    /// <summary>It stops once signed.</summary>
    public const int Signed = 5;

    /// <summary>It comes into effect.</summary>
    public const int InEffect = 6;

    /// <summary>It gets a plan.</summary>
    public const int Planned = 7;

    /// <summary>Work begins.</summary>
    public const int Implementing = 8;

    /// <summary>The first.</summary>
    public static AgreementCommand Propose(int number, InventedCity home, InventedCity abroad, string office) => new ProposeAgreement(
        number % 3 == 0 ? AgreementKind.SisterCity : AgreementKind.Mou,
        new AgreementTitle(string.Create(CultureInfo.InvariantCulture, $"Bản ghi nhớ số {number} giữa {home.Name} và {abroad.Name}")),
        [new Party(home.Name, PartyType.City, home.Country, home.Id), new Party(abroad.Name, PartyType.City, abroad.Country, abroad.Id)], office, home.Name)
            { Fields = ["giáo dục"] };

    /// <summary>The others, by their place.</summary>
    public static AgreementCommand Of(int step, DateOnly on) => step switch
    {
        1 => new OpenConsultation(["Tờ trình 12/TTr-SNgV"], ["Bộ Ngoại giao"], ConsultationProcedure.Normal),
        2 => new RecordOpinion("Bộ Ngoại giao", Opinion.Agree, DateOfRecord.Day(on)),
        3 => new ApproveSigning("789/QĐ-UBND", DateOfRecord.Day(on), "Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh"),
        4 => new SignAgreement(
            DateOfRecord.Day(on), new Place("Hà Nội"), ["vi", "en"], [new Signatory("Nguyễn Văn A", "Phó Chủ tịch UBND tỉnh", "UBND tỉnh")],
            new DocumentHash(new string('a', 64))),
        5 => new EnterIntoEffect(DateOfRecord.Day(on), new Term(DateOfRecord.Year(on.Year + 5))),
        6 => new AdoptPlan([new PlannedCommitment("Trao đổi 20 giáo viên mỗi năm", "Sở Giáo dục và Đào tạo", DateOfRecord.Day(on.AddYears(1)))]),
        7 => new StartImplementation(Document("Quyết định cử đoàn giáo viên", on)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
    };

    /// <summary>What follows the last of them.</summary>
    public static AgreementCommand Report(int step, DateOnly on) => step % 8 == 0
        ? new AttachEvidence(Document(string.Create(CultureInfo.InvariantCulture, $"Biên bản số {step}"), on))
        : new ReportProgress(step % 100, "Đoàn giáo viên đã sang dạy, đang chuẩn bị đoàn tiếp theo");

    private static Evidence Document(string title, DateOnly on) => new(title, DateOfRecord.Day(on));
}
