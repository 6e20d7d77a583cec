using System.Collections.Immutable;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Clocks;

/// <summary>The clocks of a city: requests about it that name a day. A pure function of its state.</summary>
public static class CityClocks
{
    /// <summary>Each with the office that follows it up: whoever asked.</summary>
    public static ImmutableArray<(Clock Clock, string Office)> Of(City city) =>
    [
        .. from request in city.Requests.All
           let question = request.Question
           let due = question.DueBy?.Latest
           where due is not null
           let asked = new Clock(ClockCodes.Request, request.Id, due.Value, city.Marks.Find($"request/{request.Id}")!.By, question.AskedOf, question.Text)
           let reply = city.Marks.Find($"reply/{request.Id}")
           select (reply is null ? asked : asked with { EndedOn = reply.On, EndedBy = reply.By }, question.AskedBy ?? question.AskedOf),
    ];
}
