using System.Collections.Immutable;

namespace CityGrains.Domain.Clocks;

/// <summary>The rules, each for clocks of its kind that start while it is valid.</summary>
public sealed class ClockRules
{
    private readonly ILookup<string, ClockRule> _byCode;

    private ClockRules(IReadOnlyList<ClockRule> rules) => _byCode = rules.ToLookup(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rules as they are written.</summary>
    /// <exception cref="FormatException">A rule is wrong, or two are valid on one day; the message names it in both languages.</exception>
    public static ClockRules Of(IReadOnlyList<ClockRule> rules)
    {
        foreach (var rule in rules) Check(rule);
        foreach (var code in rules.GroupBy(rule => rule.Code, StringComparer.Ordinal))
        {
            var inOrder = code.OrderBy(rule => rule.ValidFrom ?? DateOnly.MinValue).ToList();
            foreach (var (one, next) in inOrder.Zip(inOrder.Skip(1)))
            {
                if (!(one.ValidTo < (next.ValidFrom ?? DateOnly.MinValue)))
                    throw Wrong(code.Key, "hai quy định cùng hiệu lực một ngày; đặt validTo của quy định trước",
                        "two rules are valid on one day; give the earlier one its validTo");
            }
        }

        return new ClockRules(rules);
    }

    /// <summary>The rules of a kind of clock, in the order they are written.</summary>
    public IEnumerable<ClockRule> this[string code] => _byCode[code];

    /// <summary>Every rule.</summary>
    public IEnumerable<ClockRule> All => _byCode.SelectMany(rules => rules);

    /// <summary>The rule of a clock that starts on a day; null when none was valid.</summary>
    public ClockRule? For(string code, DateOnly trigger) => _byCode[code].FirstOrDefault(rule => rule.Rules(trigger));

    /// <summary>The deadlines of clocks; one that no rule was valid for has none.</summary>
    public ImmutableArray<Deadline> Deadlines(IEnumerable<Clock> clocks, OfficeTerms terms) =>
        [.. clocks.Select(clock => For(clock.Code, clock.Trigger) is { } rule ? new Deadline(clock, rule, rule.Due(clock.Trigger, terms)) : null)
            .OfType<Deadline>()];

    private static void Check(ClockRule rule)
    {
        string[] policies = [ClockLength.PlanWithinDays, ClockLength.SilentAfterDays, ClockLength.StalledAfterDays];
        var length = rule.Length;
        if (!ClockCodes.All.Contains(rule.Code, StringComparer.Ordinal))
            throw Wrong(
                rule.Code, $"mã phải là một trong: {string.Join(", ", ClockCodes.All)}", $"the code must be one of: {string.Join(", ", ClockCodes.All)}");
        if (length.Policy is not null && !policies.Contains(length.Policy, StringComparer.Ordinal))
            throw Wrong(rule.Code, $"policy phải là một trong: {string.Join(", ", policies)}", $"policy must be one of: {string.Join(", ", policies)}");
        if (length.On is not null && ClockLength.Fixed(length.On, 2027) is null)
            throw Wrong(rule.Code, "on phải là ngày như 11-15 hoặc 2027-02-28", "on must be a day as 11-15 or 2027-02-28");
        if (Math.Abs((long)length.Days) > OfficePolicy.Longest)
            throw Wrong(rule.Code, $"length nhiều nhất {OfficePolicy.Longest} ngày", $"length must be at most {OfficePolicy.Longest} days");
        if (length is { Unit: ClockUnit.Working, Days: < 0 }) throw Wrong(rule.Code, "ngày làm việc không đếm ngược", "working days are not counted backwards");
        if (rule.ValidTo < rule.ValidFrom) throw Wrong(rule.Code, "validTo không thể trước validFrom", "validTo must not lie before validFrom");
        if (string.IsNullOrWhiteSpace(rule.Basis.Vi) || string.IsNullOrWhiteSpace(rule.Basis.En))
            throw Wrong(rule.Code, "thiếu căn cứ (basis.vi, basis.en)", "its basis is missing (basis.vi, basis.en)");
        if (rule.EndedBy.IsEmpty) throw Wrong(rule.Code, "thiếu endedBy", "endedBy is missing");
    }

    private static FormatException Wrong(string code, string vi, string en) => new($"clock rule '{code}': {en}. / quy định '{code}': {vi}.");
}
