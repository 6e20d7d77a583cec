using CityGrains.Domain.Cities;
using CityGrains.Domain.Networks;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Queries.Views;

/// <summary>A city's way into a network, its standing there, and its way out.</summary>
public sealed record MembershipView(
    string Network, Sentence? Name, MembershipState State, string StateVi, DateOfRecord Since, DateOfRecord? RecognisedOn, CriteriaView Criteria,
    NetworkReport? Report, DateOfRecord? NextReportDueOn, IReadOnlyList<DateOfRecord> Reminders, Handover? TransferredTo, IReadOnlyList<Handover> ReceivedFrom,
    IReadOnlyList<MembershipPeriodView> Periods)
{
    /// <summary>A membership as readers see it; of a network that the file no longer has, only what is recorded.</summary>
    internal static MembershipView Of(Membership membership, NetworkDirectory networks)
    {
        var network = networks.Find(membership.Network);
        return new MembershipView(
            membership.Network, network?.Name, membership.State, MembershipLifecycle.Vietnamese(membership.State), membership.Since, membership.RecognisedOn,
            new CriteriaView(membership.CriteriaMet, network?.Criteria, membership.Criteria),
            membership.Report, network is null ? membership.ReportDueOn
                : membership.NextReportDue(network), membership.Reminders, membership.TransferredTo, membership.ReceivedFrom,
            [.. membership.Periods.Select(period => new MembershipPeriodView(period.State, MembershipLifecycle.Vietnamese(period.State), period.Since))]);
    }
}

/// <summary>How many criteria are met, of how many, and the latest assessment of each.</summary>
public sealed record CriteriaView(int Met, int? Of, IReadOnlyList<Criterion> Assessed);

/// <summary>A state of a membership and when it was entered.</summary>
public sealed record MembershipPeriodView(MembershipState State, string StateVi, DateOfRecord Since);

/// <summary>A network that cities join.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Criteria">How many numbered criteria it assesses a city by; 0 where it numbers none.</param>
/// <param name="ReportCycleMonths">A member reports every so many months.</param>
public sealed record NetworkView(string Id, Sentence Name, int Criteria, int ReportCycleMonths);

/// <summary>All networks.</summary>
public sealed record NetworksView(IReadOnlyList<NetworkView> Items);

/// <summary>A city in a network, and where it stood there on the day asked for. Name and country are those of now.</summary>
public sealed record MemberItem(string Id, string Name, CountryView Country, MembershipState State, string StateVi, DateOfRecord Since);

/// <summary>A value of an indicator in its series.</summary>
/// <param name="Version">Place of its event in the city's history.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Value">The number as the source states it.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Qualifier">Exact, nearly or more than.</param>
/// <param name="AsOf">The date it holds for.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record IndicatorPoint(
    long Version, string Name, decimal Value, string Unit, Qualifier Qualifier, DateOfRecord AsOf, string RecordedAt, string Actor, SourceDocument? Source);

/// <summary>A city that follows another, at one remove or more.</summary>
/// <param name="City">Its id.</param>
/// <param name="Of">The city it follows.</param>
/// <param name="Part">It follows in part.</param>
/// <param name="On">Since when.</param>
/// <param name="Decision">Number of the decision.</param>
/// <param name="Name">Its name now; absent when nobody registered it.</param>
/// <param name="Ending">How it ended itself; absent while it is.</param>
public sealed record SuccessorItem(string City, string Of, bool Part, DateOfRecord On, string? Decision, string? Name, CityEnding? Ending);

/// <summary>Who follows a city, the nearest first.</summary>
public sealed record SuccessorsView(IReadOnlyList<SuccessorItem> Items);

/// <summary>A city that another follows, at one remove or more.</summary>
/// <param name="City">Its id.</param>
/// <param name="By">The city that follows it.</param>
/// <param name="Part">That follows it in part.</param>
/// <param name="On">Since when.</param>
/// <param name="Decision">Number of the decision.</param>
/// <param name="Name">Its name now.</param>
/// <param name="Ending">How it ended.</param>
public sealed record PredecessorItem(string City, string By, bool Part, DateOfRecord On, string? Decision, string Name, CityEnding? Ending);

/// <summary>Whom a city follows, the nearest first.</summary>
public sealed record PredecessorsView(IReadOnlyList<PredecessorItem> Items);
