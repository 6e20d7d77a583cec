using System.Text.Json.Serialization.Metadata;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Queries.Past;

/// <summary>Shows one record as it was on a day, or as it was known at an instant; from its events.</summary>
/// <typeparam name="TState">The state its events fold to.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
/// <typeparam name="TView">A whole record.</typeparam>
internal sealed class PastQuery<TState, TEvent, TView>(
    IJournal journal, RecordType<TState, TEvent> type, Problem notFound, Func<TState, bool> exists,
    Func<TState, AsOf, CancellationToken, ValueTask<TView>> view, JsonTypeInfo<TView> json) : IPastQuery
    where TState : class
    where TEvent : DomainEvent
{
    /// <inheritdoc/>
    public async Task<IResult> One(HttpContext http, string id, AsOf when)
    {
        if (await LookBack.Read(journal, type, id, when, http.RequestAborted) is not { } past) return notFound;

        var subject = notFound.Code.Split('/')[0];
        if (when.Known < past.FirstRecorded) return PastProblems.NotKnownYet(subject, when.Known.Value, past.FirstRecorded);
        if (!exists(past.State)) return PastProblems.NotYet(subject, when.On!.Value, past.FirstDay);
        http.Response.Headers.CacheControl = "private, no-cache";
        return JsonAnswer.Of(await view(past.State, when, http.RequestAborted), json);
    }
}

/// <summary>Shows one record as it was.</summary>
public interface IPastQuery
{
    /// <summary>Answers a look back at the record of that id.</summary>
    Task<IResult> One(HttpContext http, string id, AsOf when);
}
