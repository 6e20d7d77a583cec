using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Requests;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Imports.Edits;

/// <summary>A row for each request: its answer is recorded; what was asked stays as it was asked.</summary>
/// <param name="requests">The requests about a record, and what it is called.</param>
/// <param name="answer">The command that answers one of them.</param>
/// <param name="today">What was due before it is overdue.</param>
internal sealed class RequestEdits<TState, TCommand>(
    Func<TState, (RequestBook Book, string About)> requests, Func<string, Answer, TCommand> answer, DateOnly today) : IEditPlan<TState, TCommand>
{
    private static readonly string[] Answers = [EditField.Answer, EditField.AnsweredOn, EditField.AnsweredBy, EditField.AnswerDocument];

    public string RecordOf(EditRow row) => Place(row).Stream.Id;

    public long? VersionOf(TState state, EditRow row) => Find(state, row) is { } request ? RequestItem.VersionOf(request) : row.Version;

    public void Check(TState state, EditRow row)
    {
        if (Find(state, row) is not { } request)
        {
            row.Fault(EditField.Id, "request/no-such-request", Unchangeable.NoRequest(requests(state).Book));
            return;
        }

        var (stream, question) = (Place(row).Stream, request.Question);
        row.Must(EditField.Agreement, stream.Kind is StreamKind.Agreement ? stream.Id : "", Unchangeable.Asked);
        row.Must(EditField.City, stream.Kind is StreamKind.City ? stream.Id : "", Unchangeable.Asked);
        row.Must(EditField.AskedBy, question.AskedBy ?? "", Unchangeable.Asked);
        row.Must(EditField.AskedOf, question.AskedOf, Unchangeable.Asked);
        row.Must(EditField.Question, question.Text, Unchangeable.Asked);
        row.Must(EditField.AskedOn, question.AskedOn, Unchangeable.Asked);
        row.Must(EditField.DueBy, question.DueBy, Unchangeable.Asked);
        if (request.Answer is { } given) Check(row, given);
        if (row.Version != RequestItem.VersionOf(request)) return;
        row.Derived(EditField.About, requests(state).About);
        row.Derived(EditField.Overdue, Vocabulary.YesNo, Vocabulary.Said(request.IsOverdue(today)));
    }

    public EditStep<TCommand>? Next(TState state, EditRow row)
    {
        if (Find(state, row) is not { Answer: null } request || Answers.All(field => row.Text(field) is null)) return null;
        return new(answer(request.Id, new Answer(row.Text(EditField.Answer) ?? "", row.Date(EditField.AnsweredOn) ?? DateOfRecord.Unknown)
        {
            By = row.Text(EditField.AnsweredBy),
            Document = row.Text(EditField.AnswerDocument),
        })) { Field = EditField.Answer };
    }

    public string? FieldOf(string path) => path switch
    {
        "answer.text" => EditField.Answer,
        "answer.answeredOn" => EditField.AnsweredOn,
        "answer.by" => EditField.AnsweredBy,
        "answer.document" => EditField.AnswerDocument,
        _ => path,
    };

    private static void Check(EditRow row, Answer given)
    {
        row.Must(EditField.Answer, given.Text, Unchangeable.Answered);
        row.Must(EditField.AnsweredOn, given.AnsweredOn, Unchangeable.Answered);
        row.Must(EditField.AnswerDocument, given.Document ?? "", Unchangeable.Answered);
        if (row.Text(EditField.AnsweredBy) is null) return; // left blank, it is whoever was asked
        row.Must(EditField.AnsweredBy, given.By ?? "", Unchangeable.Answered);
    }

    private static RequestPlace Place(EditRow row) => RequestKey.Read(row.Id)!;

    private FeedbackRequest? Find(TState state, EditRow row) =>
        requests(state).Book.All.ElementAtOrDefault((int)Math.Min(Place(row).Ordinal, int.MaxValue) - 1);
}
