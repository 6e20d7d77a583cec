using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Networks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Cities;

/// <summary>Stories about a city and its memberships.</summary>
internal static class Told
{
    public static readonly Network LearningCities = new("gnlc", new Sentence("Thành phố học tập", "Learning Cities"), Criteria: 42, ReportCycleMonths: 24);

    public static readonly Evidence Proof = new("Báo cáo", On("2023-11"));

    public static readonly CityRegistered Registered = new("Sơn La", new Country("VN", "Việt Nam"), null);

    public static readonly CityEvent Recognised = new MembershipRecognised("gnlc", On("2024-02-14"));

    public static readonly CityEvent Overdue = new ReportBecameOverdue("gnlc", On("2026-02-14"));

    /// <summary>What happened up to a state, from the registration on.</summary>
    public static CityEvent[] UpTo(MembershipState state) => state switch
    {
        MembershipState.Unrecorded => [Registered],
        MembershipState.Preparing => [Registered, new ApplicationStarted("gnlc")],
        MembershipState.CityEndorsed => [.. UpTo(MembershipState.Preparing), new MayorEndorsed("gnlc", "Chủ tịch")],
        MembershipState.NatComReview => [.. UpTo(MembershipState.CityEndorsed), new SubmittedToNationalCommission("gnlc", null)],
        MembershipState.UnderReview =>
            [.. UpTo(MembershipState.NatComReview), new NationalCommissionEndorsed("gnlc", null), new SubmittedToUnesco("gnlc", null)],
        MembershipState.Member => [Registered, Recognised],
        MembershipState.ReportOverdue => [Registered, Recognised, Overdue],
        MembershipState.Inactive => [.. UpTo(MembershipState.ReportOverdue), new MembershipInactivated("gnlc", "Không báo cáo")],
        MembershipState.Removed => [.. UpTo(MembershipState.Inactive), new MembershipRemoved("gnlc", "Không phản hồi")],
        MembershipState.Withdrawn => [Registered, Recognised, new MembershipWithdrawn("gnlc", "Theo nguyện vọng")],
        MembershipState.Transferred => [Registered, Recognised, new MembershipTransferred("gnlc", "vn-to-hieu", On("2025-07-01"))],
        MembershipState.NotEndorsed => [.. UpTo(MembershipState.NatComReview), new NationalCommissionDeclined("gnlc", "Đủ hồ sơ")],
        MembershipState.NotSelected => [.. UpTo(MembershipState.UnderReview), new ApplicationDeclined("gnlc", "Thiếu số liệu")],
        _ => [.. UpTo(MembershipState.Preparing), new ApplicationAbandoned("gnlc", "Đổi ưu tiên")],
    };

    public static Story<City, CityCommand, CityEvent> In(MembershipState state) => Given(UpTo(state));

    public static Story<City, CityCommand, CityEvent> Given(params CityEvent[] happened) =>
        new Story<City, CityCommand, CityEvent>(City.Unrecorded("vn-son-la"), CityDecider.Decide, City.Evolve).Given(happened);

    /// <summary>Asks for it in the network of learning cities.</summary>
    public static Story<City, CityCommand, CityEvent> Ask(
        this Story<City, CityCommand, CityEvent> story, MembershipCommand command) =>
        story.When(command with { Network = LearningCities });

    /// <summary>The membership in the network of learning cities.</summary>
    public static Membership Membership(this City city) => city.MembershipIn("gnlc");
}
