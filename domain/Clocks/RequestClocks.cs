namespace CityGrains.Domain.Clocks;

/// <summary>Requests between ministry, missions abroad and localities that name a day: whoever was asked owes the answer.</summary>
internal static class RequestClocks
{
    public static IEnumerable<Clock> Of(Story story) =>
        from request in story.Agreement.Requests.All
        let due = request.Question.DueBy?.Latest
        where due is not null
        let asked = new Clock(ClockCodes.Request, request.Id, due.Value, story.MarkOf($"request/{request.Id}"), request.Question.AskedOf, request.Question.Text)
        select Story.Ended(asked, story.At($"reply/{request.Id}"), story.Closed);
}
