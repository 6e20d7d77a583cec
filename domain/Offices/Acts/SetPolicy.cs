using System.Collections.Immutable;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>Set what the office expects of itself where the law sets no time. Needs a reason: whoever finds a deadline moved must find out why.</summary>
public sealed record SetOfficePolicy(OfficePolicy Policy) : OfficeCommand
{
    /// <summary>The first day it holds on, today or later; null: today.</summary>
    public DateOnly? From { get; init; }

    internal override void Check(FieldChecks fields) => fields.Given("policy", Policy, OfficePolicy.Check);
}

/// <summary>An office set its policy, to hold from a day on.</summary>
public sealed record OfficePolicySet(OfficePolicy Policy, DateOnly From) : OfficeEvent;

public static partial class OfficeDecider
{
    private static Decision Decide(Office office, SetOfficePolicy command, CommandContext context)
    {
        var from = command.From ?? context.Today;
        return context.Reason is null ? Refuse.ReasonMissing()
            : from < context.Today ? Refuse.InThePast("from", from)
            : office.Policies.LastOrDefault(policy => policy.From <= from)?.Value == command.Policy ? Decision.Unchanged
            : Accept(new OfficePolicySet(command.Policy, from));
    }
}

public sealed partial record Office
{
    /// <summary>What it expects of itself, in order of the day it holds from; one that was set for the same day before is not there any more.</summary>
    public ImmutableArray<InForce<OfficePolicy>> Policies { get; init; } = [];

    private Office Apply(OfficePolicySet e) => this with
    {
        Policies = [.. Policies.Where(policy => policy.From != e.From).Append(new InForce<OfficePolicy>(e.From, e.Policy)).OrderBy(policy => policy.From)],
    };
}
