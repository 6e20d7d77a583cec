using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Record that a body was asked something about the city.</summary>
public sealed record RequestCityFeedback(Question Question) : CityCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("question", Question, Question.Check);
}

/// <summary>A body was asked something about the city.</summary>
public sealed record CityFeedbackRequested(string Id, Question Question) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Question.AskedOn;
}

/// <summary>Record what a request was answered.</summary>
public sealed record AnswerCityFeedback(string Request, Answer Answer) : CityCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("request", Request).Given("answer", Answer, Answer.Check);
}

/// <summary>A request was answered.</summary>
public sealed record CityFeedbackAnswered(string Id, Answer Answer) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Answer.AnsweredOn;
}

/// <summary>Record that a body was reminded of a request.</summary>
public sealed record RemindCityFeedback(string Request, DateOfRecord RemindedOn) : CityCommand
{
    /// <summary>Number of the document; null when there is none.</summary>
    public string? Document { get; init; }

    internal override void Check(FieldChecks fields) => fields.Text("request", Request).Known("remindedOn", RemindedOn).Optional("document", Document);
}

/// <summary>A body was reminded of a request.</summary>
public sealed record CityFeedbackReminded(string Id, DateOfRecord RemindedOn, string? Document) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => RemindedOn;
}

/// <summary>Take a request back: no answer is awaited any more.</summary>
public sealed record WithdrawCityFeedback(string Request, DateOfRecord WithdrawnOn, string Ground) : CityCommand
{
    internal override void Check(FieldChecks fields) =>
        fields.Text("request", Request).Known("withdrawnOn", WithdrawnOn).Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>A request was taken back.</summary>
public sealed record CityFeedbackWithdrawn(string Id, DateOfRecord WithdrawnOn, string Ground) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => WithdrawnOn;
}

public static partial class CityDecider
{
    private static Decision Decide(City city, RequestCityFeedback command, CommandContext context) =>
        RequestBook.Later("question.askedOn", command.Question.AskedOn, context)
        ?? Accept(new CityFeedbackRequested(city.Requests.NextId, command.Question with { AskedBy = command.Question.AskedBy ?? context.Office }));

    private static Decision Decide(City city, AnswerCityFeedback command, CommandContext context) =>
        city.Requests.Closed(command.Request, "answer.answeredOn", command.Answer.AnsweredOn, context)
        ?? Accept(new CityFeedbackAnswered(command.Request, city.Requests.Signed(command.Request, command.Answer)));

    private static Decision Decide(City city, RemindCityFeedback command, CommandContext context) =>
        city.Requests.Closed(command.Request, "remindedOn", command.RemindedOn, context)
        ?? Accept(new CityFeedbackReminded(command.Request, command.RemindedOn, command.Document));

    private static Decision Decide(City city, WithdrawCityFeedback command, CommandContext context) =>
        city.Requests.Closed(command.Request, "withdrawnOn", command.WithdrawnOn, context)
        ?? Accept(new CityFeedbackWithdrawn(command.Request, command.WithdrawnOn, command.Ground));
}
