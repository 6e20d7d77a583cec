using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Clocks;

/// <summary>
/// What an office expects of itself where the law sets no time: the law knows no deadline for a plan after signing, and silence is not consent.
/// All in calendar days.
/// </summary>
/// <param name="PlanWithinDays">From the signing until an implementation plan is adopted.</param>
/// <param name="SilentAfterDays">Since the last thing recorded of a live agreement happened, until it counts as silent.</param>
/// <param name="ExpiringWithinDays">Before the end of its term an agreement counts as expiring.</param>
/// <param name="StalledAfterDays">Since anything was done under a plan, until it counts as stalled.</param>
public sealed record OfficePolicy(int PlanWithinDays, int SilentAfterDays, int ExpiringWithinDays, int StalledAfterDays)
{
    /// <summary>Longest time a policy may name, in days: ten years.</summary>
    public const int Longest = 3650;

    /// <summary>Of an office that has set none: a plan within 90 days of signing; stalled or silent after 180; expiring within 180.</summary>
    public static OfficePolicy Usual { get; } = new(PlanWithinDays: 90, SilentAfterDays: 180, ExpiringWithinDays: 180, StalledAfterDays: 180);

    internal static void Check(FieldChecks fields, string path, OfficePolicy policy)
    {
        Days("planWithinDays", policy.PlanWithinDays);
        Days("silentAfterDays", policy.SilentAfterDays);
        Days("expiringWithinDays", policy.ExpiringWithinDays);
        Days("stalledAfterDays", policy.StalledAfterDays);

        void Days(string name, int days) => fields.Must(
            days is >= 1 and <= Longest, $"{path}.{name}", $"phải từ 1 đến {Longest} ngày", $"must be 1 to {Longest} days");
    }
}
