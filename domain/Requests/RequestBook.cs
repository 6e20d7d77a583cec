using System.Collections.Immutable;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Requests;

/// <summary>The requests about one record.</summary>
public sealed record RequestBook
{
    /// <summary>No request.</summary>
    public static RequestBook Empty { get; } = new();

    /// <summary>Every request, in the order it was recorded.</summary>
    public ImmutableArray<FeedbackRequest> All { get; init; } = [];

    /// <summary>The id of the next request.</summary>
    internal string NextId => $"r{All.Length + 1}";

    internal static Refusal? Later(string field, DateOfRecord date, CommandContext context) =>
        date.IsAfter(context.Today) ? Refuse.InTheFuture(field, date) : null;

    /// <summary>Why nothing can be done with a request on a day, where that is so.</summary>
    internal Refusal? Closed(string id, string field, DateOfRecord date, CommandContext context) =>
        Find(id) is not { } request ? Refuse.NoSuchRequest(id, All)
        : request.Standing is not RequestStanding.Open ? Refuse.Closed(request)
        : date.IsBefore(request.Question.AskedOn) ? Refuse.BeforeAsked(field, date, request.Question.AskedOn)
        : Later(field, date, context);

    /// <summary>An answer with the body that gave it: the one that was asked, where it does not say.</summary>
    internal Answer Signed(string id, Answer answer) => answer with { By = answer.By ?? Find(id)!.Question.AskedOf };

    internal RequestBook Asked(string id, Question question) => this with { All = All.Add(new FeedbackRequest(id, question)) };

    internal RequestBook Answered(string id, Answer answer) => Changed(id, request => request with { Answer = answer });

    internal RequestBook Reminded(string id, Reminder reminder) => Changed(id, request => request with { Reminders = request.Reminders.Add(reminder) });

    internal RequestBook Withdrawn(string id, Withdrawal withdrawal) => Changed(id, request => request with { Withdrawal = withdrawal });

    private FeedbackRequest? Find(string id) => All.FirstOrDefault(request => request.Id == id);

    private RequestBook Changed(string id, Func<FeedbackRequest, FeedbackRequest> change) =>
        this with { All = [.. All.Select(request => request.Id == id ? change(request) : request)] };
}
