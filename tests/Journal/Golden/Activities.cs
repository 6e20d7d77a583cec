using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Record.DateOfRecord;

namespace CityGrains.Journal.Tests.Golden;

/// <summary>One full example of each event of activities and of the links to them; see <see cref="Examples"/>.</summary>
internal static class Activities
{
    private static readonly Days March = new(Day(new DateOnly(2022, 3, 24)), Day(new DateOnly(2022, 3, 25)));
    private static readonly Place ThanhHoa = new("Thanh Hóa", new Country("VN", "Việt Nam"));

    public static IReadOnlyList<DomainEvent> All { get; } =
    [
        new ActivityPlanned(
            ActivityKind.DelegationOut, "Gặp gỡ Thanh Hóa – Hàn Quốc", "UBND tỉnh Thanh Hóa", "so-ngoai-vu-thanh-hoa", March, ThanhHoa, International: true),
        new ActivityApplied(Month(2022, 2), "12/TTr-SNgV"),
        new ActivityRescheduled(new Days(Month(2022, 2)), March, ThanhHoa, "Khách mời chính đổi lịch"),
        new ActivityHeld(March, ThanhHoa, [new Reach("đại biểu", 500, Qualifier.Nearly), new Reach("lượt tương tác", 1_000_000, Qualifier.MoreThan)]),
        new ActivityResultRecorded(new ActivityResult(Day(new DateOnly(2022, 4, 8)), "Ký 8 bản ghi nhớ", "45/BC-UBND")),
        new ActivityCancelled("Bão số 3"),
        new ActivityRelated("agr-2022-000001", "vn-thanh-hoa"),
        new ActivityClaimAsserted(
            "k1", "heldOn", new ClaimedValue("25/3", Day(new DateOnly(2022, 3, 25))), new SourceDocument("Thế giới & Việt Nam", "chú thích ảnh", Year(2022))),
        new ActivityClaimResolved("heldOn", "k1", "Sở Ngoại vụ", "Đối chiếu chương trình"),
        new ActivityLinked("act-2022-gap-go"),
        new DelegationLinked("act-2022-doan-ra"),
        new CityActivityLinked("act-2022-gap-go"),
        new CityDelegationLinked("act-2022-doan-ra"),
    ];
}
