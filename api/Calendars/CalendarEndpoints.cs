using CityGrains.Api.Access;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;

namespace CityGrains.Api.Calendars;

/// <summary>Answers what is asked about the calendars of an office.</summary>
public sealed class CalendarEndpoints(CalendarKeys calendars, OwnOffice own)
{
    /// <summary>Lists them.</summary>
    public async Task<IResult> List(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var read = await own.Read(http, id);
        if (read.Problem is { } problem) return problem;
        return JsonAnswer.Of(new CalendarList(await calendars.Of(read.Value, http.RequestAborted)), ViewJson.Default.CalendarList);
    }

    /// <summary>Makes one, and shows its address.</summary>
    public async Task<IResult> Create(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var read = await own.Read(http, id);
        if (read.Problem is { } problem) return problem;

        var (item, token) = await calendars.Create(read.Value, http.Caller().Name, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = $"/api/v1/offices/{id}/calendars/{item.Id}";
        http.Response.Headers.CacheControl = "no-store";
        var url = $"{http.Request.Scheme}://{http.Request.Host}{CalendarRoutes.File}?token={token}";
        return JsonAnswer.Of(item with { Url = url }, ViewJson.Default.CalendarItem);
    }

    /// <summary>Revokes one.</summary>
    public async Task<IResult> Revoke(HttpContext http, string id, string calendar)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var read = await own.Read(http, id);
        if (read.Problem is { } problem) return problem;
        return await calendars.Revoke(read.Value, calendar, http.RequestAborted) is { } revoked ? JsonAnswer.Of(revoked, ViewJson.Default.CalendarItem)
            : CalendarProblems.NoSuchCalendar;
    }
}
