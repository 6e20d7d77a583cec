using System.Collections.Immutable;

namespace CityGrains.Domain.Clocks;

/// <summary>The kinds of clocks that a record can start. How long they run is a matter of rules.</summary>
public static class ClockCodes
{
    /// <summary>An agency asked under the normal procedure answers.</summary>
    public const string Opinion = "opinion";

    /// <summary>An agency asked under the reduced procedure answers.</summary>
    public const string OpinionReduced = "opinion-reduced";

    /// <summary>The chair of the province decides on an agreement in the name of a department or a border commune.</summary>
    public const string ChairDecision = "chair-decision";

    /// <summary>The Prime Minister decides on a disputed agreement.</summary>
    public const string PrimeMinisterDecision = "prime-minister-decision";

    /// <summary>A signing is reported to the Prime Minister.</summary>
    public const string ReportToPrimeMinister = "report-to-prime-minister";

    /// <summary>A copy of what was signed goes to the Ministry of Foreign Affairs.</summary>
    public const string CopyToMofa = "copy-to-mofa";

    /// <summary>A copy of what a department or border commune signed goes to the province's foreign affairs office.</summary>
    public const string CopyToForeignAffairsOffice = "copy-to-foreign-affairs-office";

    /// <summary>A change that took effect is notified.</summary>
    public const string NotifyChange = "notify-change";

    /// <summary>An amendment that only renames a party, exempt from consultation for a time.</summary>
    public const string RenameOnly = "rename-only";

    /// <summary>The yearly report on signing and implementing.</summary>
    public const string AnnualReport = "annual-report";

    /// <summary>The yearly plan of signing and implementing.</summary>
    public const string AnnualPlan = "annual-plan";

    /// <summary>A plan follows the signing.</summary>
    public const string Plan = "plan";

    /// <summary>A step of a commitment.</summary>
    public const string Milestone = "milestone";

    /// <summary>A commitment that goes on after its milestones.</summary>
    public const string Commitment = "commitment";

    /// <summary>The end of the term.</summary>
    public const string Term = "term";

    /// <summary>Nothing is done under a plan.</summary>
    public const string Stalled = "stalled";

    /// <summary>Nothing that happened is recorded of a live agreement.</summary>
    public const string Silent = "silent";

    /// <summary>A request between ministry, missions abroad and localities is answered.</summary>
    public const string Request = "request";

    /// <summary>Permission for an international conference is applied for.</summary>
    public const string ConferenceApplication = "conference-application";

    /// <summary>Permission for an international conference that the Prime Minister decides on is applied for.</summary>
    public const string ConferenceApplicationPrimeMinister = "conference-application-prime-minister";

    /// <summary>The result of an international conference is reported.</summary>
    public const string ConferenceReport = "conference-report";

    /// <summary>
    /// A member of a network reports to it: the day follows from the cycle of the network, which is data, so it is told when asked and never stored.
    /// </summary>
    public const string NetworkReport = "network-report";

    /// <summary>What is declared and what is shown disagree. No rule says how long they may: they do, or they do not.</summary>
    public const string Mismatch = "mismatch";

    /// <summary>All that rules may be made for.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Opinion, OpinionReduced, ChairDecision, PrimeMinisterDecision, ReportToPrimeMinister, CopyToMofa, CopyToForeignAffairsOffice, NotifyChange, RenameOnly,
        AnnualReport, AnnualPlan, Plan, Milestone, Commitment, Term, Stalled, Silent, Request, ConferenceApplication, ConferenceApplicationPrimeMinister,
        ConferenceReport, NetworkReport,
    ];
}
