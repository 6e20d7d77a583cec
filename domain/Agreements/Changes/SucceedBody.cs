using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>
/// A body was abolished, and every agreement of it passes to its heir: a party's place to another party (Decree 177/2025/NĐ-CP, art. 6, 7),
/// or what an office follows up to another office. Each agreement is asked by itself, and keeps its own history.
/// </summary>
/// <param name="SucceededOn">When.</param>
/// <param name="Ground">The decision that abolished it.</param>
public sealed record SucceedBody(DateOfRecord SucceededOn, string Ground)
{
    /// <summary>The party that was abolished, by its name; null where it is an office.</summary>
    public string? Party { get; init; }

    /// <summary>That party's country.</summary>
    public Country? Country { get; init; }

    /// <summary>That party's heir.</summary>
    public Party? Successor { get; init; }

    /// <summary>How much of its place passes on.</summary>
    public SuccessionExtent Extent { get; init; }

    /// <summary>What passes on, where that is a part.</summary>
    public string? Part { get; init; }

    /// <summary>The office that was abolished, as agreements name it; null where it is a party.</summary>
    public string? Office { get; init; }

    /// <summary>That office's heir.</summary>
    public string? SuccessorOffice { get; init; }

    /// <summary>What is asked of each of its agreements.</summary>
    public AgreementCommand Command => Office is null
        ? new SucceedParty(Party!, Successor!, Extent, SucceededOn, Ground) { Country = Country, Part = Part }
        : new AssignOffice(SuccessorOffice!);

    /// <summary>What is wrong with it, whatever the agreements; empty when nothing is.</summary>
    public IReadOnlyList<FieldFault> Faults(CommandContext context)
    {
        var fields = new FieldChecks().Must((Party is null) != (Office is null), "party",
            "nêu đúng một: party (bên ký kết) hoặc office (cơ quan phụ trách)", "give one of: party, or office");
        if (Office is null)
            fields.Given("country", Country, (_, _, _) => { }).Must(SuccessorOffice is null, "successorOffice", "chỉ dùng cùng office", "belongs to office");
        else
        {
            fields.Text("office", Office).Text("successorOffice", SuccessorOffice).Known("succeededOn", SucceededOn).Text("ground", Ground, FieldChecks.Prose)
                .Must(Office != SuccessorOffice, "successorOffice", "phải khác office", "must be another office")
                .Must(Successor is null && Country is null && Part is null, "successor", "successor, country và part chỉ dùng cùng party",
                    "successor, country and part belong to party");
        }

        if (fields.Faults.Count > 0) return fields.Faults;
        return AgreementDecider.Decide(Agreement.Unrecorded(""), Command, In(context)).Refusal!.Fields;
    }

    /// <summary>The context each agreement is asked in: the succession dates it, and its ground is the reason unless another is given.</summary>
    public CommandContext In(CommandContext context) => context with { OccurredOn = SucceededOn, Reason = context.Reason ?? Ground };

    /// <summary>True of an agreement of the body that was abolished.</summary>
    public bool Concerns(Agreement agreement) => Office is null ? agreement.Named(Party!, Country).Count > 0 : agreement.Office == Office;

    /// <summary>True of an agreement that its heir has, by this succession or of old.</summary>
    public bool IsHeirs(Agreement agreement) =>
        Office is null ? agreement.Named(Successor!.Name, Successor.Country).Count > 0 : agreement.Office == SuccessorOffice;
}
