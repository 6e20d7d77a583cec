using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Record that a body was asked something about the agreement.</summary>
public sealed record RequestAgreementFeedback(Question Question) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("question", Question, Question.Check);
}

/// <summary>A body was asked something about the agreement.</summary>
public sealed record AgreementFeedbackRequested(string Id, Question Question) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Question.AskedOn;
}

/// <summary>Record what a request was answered.</summary>
public sealed record AnswerAgreementFeedback(string Request, Answer Answer) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("request", Request).Given("answer", Answer, Answer.Check);
}

/// <summary>A request was answered.</summary>
public sealed record AgreementFeedbackAnswered(string Id, Answer Answer) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Answer.AnsweredOn;
}

/// <summary>Record that a body was reminded of a request.</summary>
public sealed record RemindAgreementFeedback(string Request, DateOfRecord RemindedOn) : AgreementCommand
{
    /// <summary>Number of the document; null when there is none.</summary>
    public string? Document { get; init; }

    internal override void Check(FieldChecks fields) => fields.Text("request", Request).Known("remindedOn", RemindedOn).Optional("document", Document);
}

/// <summary>A body was reminded of a request.</summary>
public sealed record AgreementFeedbackReminded(string Id, DateOfRecord RemindedOn, string? Document) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => RemindedOn;
}

/// <summary>Take a request back: no answer is awaited any more.</summary>
public sealed record WithdrawAgreementFeedback(string Request, DateOfRecord WithdrawnOn, string Ground) : AgreementCommand
{
    internal override void Check(FieldChecks fields) =>
        fields.Text("request", Request).Known("withdrawnOn", WithdrawnOn).Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>A request was taken back.</summary>
public sealed record AgreementFeedbackWithdrawn(string Id, DateOfRecord WithdrawnOn, string Ground) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => WithdrawnOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, RequestAgreementFeedback command, CommandContext context) =>
        RequestBook.Later("question.askedOn", command.Question.AskedOn, context)
        ?? Accept(new AgreementFeedbackRequested(agreement.Requests.NextId, command.Question with { AskedBy = command.Question.AskedBy ?? context.Office }));

    private static Decision Decide(Agreement agreement, AnswerAgreementFeedback command, CommandContext context) =>
        agreement.Requests.Closed(command.Request, "answer.answeredOn", command.Answer.AnsweredOn, context)
        ?? Accept(new AgreementFeedbackAnswered(command.Request, agreement.Requests.Signed(command.Request, command.Answer)));

    private static Decision Decide(Agreement agreement, RemindAgreementFeedback command, CommandContext context) =>
        agreement.Requests.Closed(command.Request, "remindedOn", command.RemindedOn, context)
        ?? Accept(new AgreementFeedbackReminded(command.Request, command.RemindedOn, command.Document));

    private static Decision Decide(Agreement agreement, WithdrawAgreementFeedback command, CommandContext context) =>
        agreement.Requests.Closed(command.Request, "withdrawnOn", command.WithdrawnOn, context)
        ?? Accept(new AgreementFeedbackWithdrawn(command.Request, command.WithdrawnOn, command.Ground));
}
