using System.Collections.Immutable;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Portfolios;

/// <summary>What has become of one agreement, day by day: all that questions to the whole portfolio need of it. A pure function of its state.</summary>
/// <param name="Id">The agreement's id.</param>
/// <param name="Title">Its title now.</param>
/// <param name="Profile">What it is counted under, as it is now.</param>
/// <param name="Cities">Ids of the cities that are parties.</param>
public sealed record Life(string Id, AgreementTitle Title, Profile Profile, ImmutableArray<string> Cities)
{
    /// <summary>The legal states it counts in, each from its day until that of the next; days strictly rise.</summary>
    public ImmutableArray<Stretch> Stretches { get; init; } = [];

    /// <summary>The steps it has ever reached, each when it first did.</summary>
    public ImmutableArray<StepReached> Reached { get; init; } = [];

    /// <summary>The steps it promised.</summary>
    public ImmutableArray<Promise> Promises { get; init; } = [];
}

/// <summary>What an agreement is counted under.</summary>
/// <param name="Office">The office that follows it up.</param>
/// <param name="Kind">What sort of instrument it is.</param>
/// <param name="Countries">Keys of its parties' countries, each once.</param>
/// <param name="Fields">Fields of cooperation, each once.</param>
/// <param name="Year">The year it was signed in; null when it was not, or nobody knows.</param>
public sealed record Profile(string Office, AgreementKind Kind, ImmutableArray<string> Countries, ImmutableArray<string> Fields, int? Year)
{
    private const char Between = '\u001f', Within = '\u001e';

    /// <summary>The same text for the same profile, and for no other: names hold no control characters.</summary>
    public string Key => string.Join(Between, Office, Kind, string.Join(Within, Countries), string.Join(Within, Fields), Year);
}

/// <summary>A legal state an agreement counts in.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">When it began; unknown: it counts on every day before the next.</param>
/// <param name="By">Version of the event that began it.</param>
public sealed record Stretch(LegalState State, DateOfRecord Since, int By);

/// <summary>A step an agreement reached.</summary>
/// <param name="Step">Which.</param>
/// <param name="On">When it first did; unknown: it counts on every day.</param>
/// <param name="By">Version of the event that says so; null of evidence, which is told apart by its own date.</param>
public sealed record StepReached(LifeStep Step, DateOfRecord On, int? By);

/// <summary>A milestone, as it is now.</summary>
/// <param name="Id">Id within the agreement.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Status">How it stands.</param>
/// <param name="SettledOn">When it came to stand so; null while it is open.</param>
/// <param name="DueBy">Version of the event that set when it is due.</param>
/// <param name="StatusBy">Version of the event that made it stand so; null while it is open.</param>
public sealed record Promise(string Id, DateOfRecord DueOn, MilestoneStatus Status, DateOfRecord? SettledOn, int DueBy, int? StatusBy);

/// <summary>The steps from a proposal to its implementation, and the end.</summary>
public enum LifeStep
{
    /// <summary>Được đề xuất.</summary>
    Proposed,

    /// <summary>Được ký.</summary>
    Signed,

    /// <summary>Có hiệu lực.</summary>
    InEffect,

    /// <summary>Có kế hoạch thực hiện.</summary>
    Planned,

    /// <summary>Có bằng chứng thực hiện đầu tiên.</summary>
    Evidenced,

    /// <summary>Bắt đầu thực hiện.</summary>
    Implementing,

    /// <summary>Thực hiện xong.</summary>
    Implemented,

    /// <summary>Kết thúc: hết hiệu lực, chấm dứt, rút khỏi hoặc được thay thế.</summary>
    Ended,
}
