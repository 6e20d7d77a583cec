namespace CityGrains.Domain.Clocks;

/// <summary>A clock that runs in a record, or ran: what started it, and what ended it. When it is due is for the rules to say, never stored.</summary>
/// <param name="Code">Its kind, one of <see cref="ClockCodes"/>.</param>
/// <param name="Subject">What tells it apart from others of its kind in the same record: an agency, a milestone's id, a year; empty where there is only
/// one.</param>
/// <param name="Trigger">The day it runs from, the last the event may have happened on.</param>
/// <param name="StartedBy">The version of the event that started it.</param>
/// <param name="Owes">Who the record says owes it.</param>
/// <param name="About">What it is about, in the record's own words; empty where its kind says all.</param>
public sealed record Clock(string Code, string Subject, DateOnly Trigger, long StartedBy, string Owes, string About = "")
{
    /// <summary>The day it ended; null while it runs.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The version of the event that ended it; null while it runs.</summary>
    public long? EndedBy { get; init; }

    /// <summary>True while it runs.</summary>
    public bool Runs => EndedOn is null;
}
