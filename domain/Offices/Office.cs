using System.Collections.Immutable;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Offices;

/// <summary>An office as its events tell it: a ministry, a foreign affairs office of a province, a department, a mission abroad.</summary>
/// <remarks>
/// Records name their office as they always did, by a text. It means this office when it is its id or one of its names, past or present, whatever its Unicode
/// form. An office that is not registered is none the worse: the default policy and the shipped calendar hold for it.
/// </remarks>
public sealed partial record Office
{
    /// <summary>The office nothing is recorded of yet.</summary>
    public static Office Unrecorded(string id) => new() { Id = id };

    /// <summary>Its id, <c>so-ngoai-vu-son-la</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How many events it consists of.</summary>
    public long Version { get; init; }

    /// <summary>Its name today.</summary>
    public OfficeName Name { get; init; } = new("");

    /// <summary>Names it bore before, oldest first.</summary>
    public ImmutableArray<OfficeName> FormerNames { get; init; } = [];

    /// <summary>Where it stands among offices.</summary>
    public OfficeLevel Level { get; init; }

    /// <summary>Id of the office above it; null when none is recorded.</summary>
    public string? Parent { get; init; }

    /// <summary>When it was entered; null until then.</summary>
    public Registration? Registration { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public Closing? Closing { get; init; }

    /// <summary>True once it is entered.</summary>
    public bool Exists => Registration is not null;

    /// <summary>Open or closed.</summary>
    public OfficeStanding Standing => Closing is null ? OfficeStanding.Open : OfficeStanding.Closed;

    /// <summary>Every name it bears or bore, in each language, those of today first.</summary>
    public IEnumerable<string> Names => FormerNames.Reverse().Prepend(Name).SelectMany(name => name.All);

    /// <summary>The office after one more event. Takes any event: a look back may leave out what came before it.</summary>
    public static Office Evolve(Office office, Happening<OfficeEvent> happening)
    {
        var after = happening.Event switch
        {
            OfficeRegistered e => office.Apply(e, happening),
            OfficeRenamed e => office.Apply(e),
            OfficePolicySet e => office.Apply(e),
            CalendarReplaced e => office.Apply(e),
            PersonAdded e => office.Apply(e),
            PersonRemoved e => office.Apply(e),
            DeadlinesAnnounced e => office.Apply(e),
            AnnualReportSent e => office.Apply(YearlyPaperKind.Report, e.Year, happening),
            AnnualPlanSent e => office.Apply(YearlyPaperKind.Plan, e.Year, happening),
            OfficeClosed e => office.Apply(e, happening),
            _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.Event.GetType().Name, "An office has no such event."),
        };
        return after with { Version = office.Version + 1 };
    }

    /// <summary>
    /// The office as a look back shows it: events count in the order they were recorded, those left out that certainly happened after the day.
    /// </summary>
    public static Office AsOf(string id, IReadOnlyList<Happening<OfficeEvent>> history, AsOf when) =>
        when.KnownOf(history).Where(happening => when.Counts(happening.On)).Aggregate(Unrecorded(id), Evolve);
}

/// <summary>Whether an office still works.</summary>
public enum OfficeStanding
{
    /// <summary>It works.</summary>
    Open,

    /// <summary>It was closed; it stays readable for ever.</summary>
    Closed,
}

/// <summary>Where an office stands among offices.</summary>
public enum OfficeLevel
{
    /// <summary>Bộ, ngành trung ương.</summary>
    Ministry,

    /// <summary>Cấp tỉnh.</summary>
    Province,

    /// <summary>Sở, ngành của tỉnh.</summary>
    Department,

    /// <summary>Cơ quan đại diện ở nước ngoài.</summary>
    MissionAbroad,
}
