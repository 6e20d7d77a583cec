using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;
using CityGrains.Domain.Tests.Agreements;

namespace CityGrains.Domain.Tests.Portfolios;

/// <summary>Six agreements whose numbers are counted by hand.</summary>
internal static class SmallPortfolio
{
    private static readonly DateTimeOffset RecordedAt = new(2025, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Party Fukuoka = new("Fukuoka", PartyType.City, new Country("JP", "Nhật Bản"), "jp-fukuoka");

    /// <summary>Went all the way in 2024: planned 90 days after its signing, first evidence after 121, implemented after 304.</summary>
    public static Agreement Real { get; } = Lived(
        "agr-1", At("2024-01-10", Happened.Proposed()), At("2024-02-01", Happened.Signed("2024-02-01")), At("2024-02-15", Effective("2024-02-15")),
        At("2024-05-01", Happened.Planned()),
        At("2024-06-01", new ImplementationStarted(new Evidence("Ảnh lễ khai giảng", Date("2024-06-01")), "c1")), At("2024-11-30", new MilestoneMet("c1-m1", Date("2024-11-30"))), At("2024-12-01", Happened.Completed()));

    /// <summary>Planned; of its signing only the month is known.</summary>
    public static Agreement Vague { get; } = Lived(
        "agr-2", At("2024-01-01", Happened.Proposed()), At("2024-03", Happened.Signed("2024-03")), At("2024-04-01", Effective("2024-04-01")), At("2024-06-01", Happened.Planned()));

    /// <summary>Signed with Fukuoka, and left there.</summary>
    public static Agreement Stopped { get; } = Lived("agr-3", At("2023-05-05", Happened.Legacy(LegalState.Signed) with
    {
        SignedOn = Date("2023-05-05"), Kind = AgreementKind.SisterCity, Parties = [Happened.SonLa, Fukuoka],
    }));

    /// <summary>In effect since 2020; nobody knows when it was signed.</summary>
    public static Agreement Old { get; } = Lived("agr-4", At("2020", Happened.Legacy(LegalState.InEffect) with { EffectiveOn = Date("2020") }));

    /// <summary>Only proposed.</summary>
    public static Agreement New { get; } = Lived("agr-5", At("2024-07-01", Happened.Proposed()));

    /// <summary>Planned 30 days after its signing; missed its milestone.</summary>
    public static Agreement Late { get; } = Lived(
        "agr-6", At("2023-12-24", Happened.Proposed()), At("2024-01-01", Happened.Signed("2024-01-01")), At("2024-01-02", Effective("2024-01-02")),
        At("2024-01-31", Happened.Planned()),
        At("2024-09-09", new MilestoneMissed("c1-m1", Date("2024-09-09"), "Đối tác hoãn")));

    /// <summary>All of them.</summary>
    public static Portfolio All() => Of(Real, Vague, Stopped, Old, New, Late);

    public static Portfolio Of(params Agreement[] agreements)
    {
        var book = new PortfolioBook();
        foreach (var agreement in agreements) book.Write(PortfolioBook.LifeOf(agreement));
        return book.Close();
    }

    public static Agreement Lived(string id, params Happening<AgreementEvent>[] happened) => happened.Aggregate(Agreement.Unrecorded(id), Agreement.Evolve);

    public static Happening<AgreementEvent> At(string on, AgreementEvent happened) => new(happened, Date(on), RecordedAt, "Lò Thị Mai");

    public static DateOfRecord Date(string on) => DateOfRecord.Parse(on);

    public static EnteredIntoEffect Effective(string on) => new(Date(on), Term.Open);
}
