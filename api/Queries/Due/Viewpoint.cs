using System.Globalization;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Api.Queries.Due;

/// <summary>The day that flags and deadlines are told by, and the terms of the offices.</summary>
/// <param name="Today">The day.</param>
/// <param name="Terms">The terms.</param>
public sealed record Viewpoint(DateOnly Today, TermsBook Terms)
{
    /// <summary>The rules of clocks.</summary>
    public ClockRules Rules => Terms.Almanac.Rules;

    /// <summary>Another one for another day, or where an office has set something else.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{Today:yyyyMMdd}-{Terms.Stamp}");
}

/// <summary>From where records are looked at.</summary>
public sealed class Viewpoints(KnownTerms terms, TimeProvider time)
{
    /// <summary>Today in Vietnam.</summary>
    public async ValueTask<Viewpoint> Now(CancellationToken cancel) => new(VietnamTime.DayOf(time.GetUtcNow()), await terms.Read(cancel));

    /// <summary>The day of a look back; of one at what was known, the day it was known. What offices set later changes nothing that was due before.</summary>
    public async ValueTask<Viewpoint> Of(AsOf when, CancellationToken cancel) =>
        new(when.On ?? VietnamTime.DayOf(when.Known ?? time.GetUtcNow()), await terms.Read(cancel));
}
