using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Queries.Views;

/// <summary>A change of an agreement on its way, or how it ended.</summary>
public sealed record ChangeView(string Id, ChangeKind Kind, ChangeState State, string StateVi, string Ground, string ProposedBy, DateOfRecord ProposedOn)
{
    public string? Part { get; init; }

    public DateOfRecord? Until { get; init; }

    public Term? Term { get; init; }

    public required IReadOnlyList<AmendedProvision> Provisions { get; init; }

    public AgreementTitle? Title { get; init; }

    public required IReadOnlyList<NewName> Renames { get; init; }

    public string? Successor { get; init; }

    public ConsultationView? Consultation { get; init; }

    public Exemption? Exemption { get; init; }

    public ChangeApproval? Approval { get; init; }

    public DateOfRecord? EffectiveOn { get; init; }

    /// <summary>A change as readers see it.</summary>
    internal static ChangeView Of(ChangeProcess process) => new(
        process.Id, process.Change.Kind, process.State, ChangeProcess.Vietnamese(process.State), process.Change.Ground, process.ProposedBy, process.ProposedOn)
    {
        Part = process.Change.Part,
        Until = process.Change.Until,
        Term = process.Change.Term,
        Provisions = process.Change.Provisions,
        Title = process.Change.Title,
        Renames = process.Change.Renames,
        Successor = process.Change.Successor,
        Consultation = ConsultationView.Of(process.Consultation),
        Exemption = process.Exemption,
        Approval = process.Approval,
        EffectiveOn = process.EffectiveOn,
    };
}

/// <summary>A succession among the parties, and which partners were told.</summary>
public sealed record SuccessionView(
    string Id, PartyView From, PartyView Successor, SuccessionExtent Extent, string? Part, DateOfRecord SucceededOn, IReadOnlyList<PartnerNotice> Notices);
