using System.Collections.Immutable;
using System.Globalization;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Offices.Digests;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Clocks;

/// <summary>What a reader should notice, each with the sentence that says why and the events it rests on.</summary>
internal static class Flags
{
    public static ImmutableArray<Flag> Of(
        Agreement agreement, IReadOnlyList<Clock> clocks, IReadOnlyList<Deadline> deadlines, DateOnly today, OfficePolicy policy)
    {
        var late = deadlines.Where(deadline => deadline.IsLate(today)).ToList();
        return [.. Found().OfType<Flag>()];

        IEnumerable<Flag?> Found()
        {
            yield return Late(ClockCodes.Plan) is { } plan ? NoPlan(agreement, plan) : null;
            yield return Late(ClockCodes.Stalled) is { } stalled ? Stalled(agreement, stalled) : null;
            yield return late.Where(IsOwed).ToList() is { Count: > 0 } owed ? Overdue(agreement, owed) : null;
            yield return deadlines.FirstOrDefault(deadline => deadline.Clock is { Code: ClockCodes.Term, Runs: true } && Expires(deadline)) is { } term
                ? Expiring(agreement, term, today)
                : null;
            yield return Late(ClockCodes.Silent) is { } silent ? Silent(agreement, silent) : null;
            yield return clocks.FirstOrDefault(clock => clock.Code == ClockCodes.Mismatch) is { } mismatch ? Mismatch(agreement, mismatch) : null;
        }

        Deadline? Late(string code) => late.FirstOrDefault(deadline => deadline.Clock.Code == code);

        bool Expires(Deadline term) => term.DaysLeft(today) is >= 0 and var left && left <= policy.ExpiringWithinDays;
    }

    /// <summary>True of what is owed by a day and has no flag of its own.</summary>
    public static bool IsOwed(Deadline deadline) => !deadline.Rule.Watch && deadline.Clock.Code != ClockCodes.Plan;

    private static Flag NoPlan(Agreement agreement, Deadline plan) => Of(FlagKind.NoPlan, agreement, [plan.Clock.StartedBy],
        $"Tính từ {plan.Clock.Trigger.Vi()} chưa có kế hoạch thực hiện, quá hạn cơ quan đặt ra là {plan.Due.Vi()}",
        $"Counted from {plan.Clock.Trigger.En()} there is no implementation plan; the office expects one by {plan.Due.En()}");

    private static Flag Stalled(Agreement agreement, Deadline stalled) => Of(FlagKind.Stalled, agreement, [stalled.Clock.StartedBy],
        $"Từ {stalled.Clock.Trigger.Vi()} không có việc nào được làm theo kế hoạch, quá mức cơ quan cho phép đến {stalled.Due.Vi()}",
        $"Nothing was done under the plan since {stalled.Clock.Trigger.En()}; the office allows that until {stalled.Due.En()}");

    private static Flag Silent(Agreement agreement, Deadline silent) => Of(FlagKind.Silent, agreement, [agreement.Version],
        $"Từ {silent.Clock.Trigger.Vi()} không ghi nhận việc gì diễn ra, quá mức cơ quan cho phép đến {silent.Due.Vi()}",
        $"Nothing that happened since {silent.Clock.Trigger.En()} was recorded; the office allows that until {silent.Due.En()}");

    private static Flag Overdue(Agreement agreement, List<Deadline> late) => Of(
        FlagKind.Overdue, agreement, [.. late.Select(deadline => deadline.Clock.StartedBy)],
        $"{late.Count} việc quá hạn; sớm nhất: {late[0].Rule.What.Vi} ({late[0].Who.Vi}), hạn {late[0].Due.Vi()}",
        $"{late.Count} overdue; the earliest: {late[0].Rule.What.En} ({late[0].Who.En}), due {late[0].Due.En()}");

    private static Flag Expiring(Agreement agreement, Deadline term, DateOnly today) => Of(FlagKind.Expiring, agreement, [term.Clock.StartedBy],
        $"Thỏa thuận hết thời hạn ngày {term.Due.Vi()}, {DigestText.LeftVi(term.DaysLeft(today))}",
        $"The term ends on {term.Due.En()}, {DigestText.LeftEn(term.DaysLeft(today))}");

    private static Flag Mismatch(Agreement agreement, Clock mismatch)
    {
        var (declared, derived) = ProgressMismatch.Of(agreement)!.Value;
        long[] shown = [.. agreement.Marks.Where(mark => mark.Of.StartsWith("status/", StringComparison.Ordinal)).Select(mark => mark.By)];
        return Of(FlagKind.Mismatch, agreement, [mismatch.StartedBy, .. shown],
            $"Cơ quan báo cáo {declared}%, còn các mốc và minh chứng cho thấy {derived}%",
            $"The office declares {declared}%, while milestones and evidence show {derived}%");
    }

    private static Flag Of(FlagKind kind, Agreement agreement, IEnumerable<long> events, string vi, string en)
    {
        ImmutableArray<string> ids = [.. events.Distinct().Order().Select(version => string.Create(CultureInfo.InvariantCulture, $"{agreement.Id}@{version}"))];
        var named = string.Join(", ", ids.Length > 3 ? [.. ids.Take(3), "…"] : ids);
        return new Flag(kind, new Sentence($"{vi} ({named}).", $"{en} ({named})."), ids);
    }
}
