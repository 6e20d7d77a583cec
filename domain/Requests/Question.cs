using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Requests;

/// <summary>What one body asks another: a locality its ministry, the ministry a mission abroad.</summary>
/// <param name="AskedOf">The body that is to answer.</param>
/// <param name="Text">What it is asked, specific enough to be answered.</param>
/// <param name="AskedOn">When.</param>
public sealed record Question(string AskedOf, string Text, DateOfRecord AskedOn)
{
    /// <summary>The body that asks; in a command null stands for the office of whoever sends it.</summary>
    public string? AskedBy { get; init; }

    /// <summary>When the answer is due; null: no day was set.</summary>
    public DateOfRecord? DueBy { get; init; }

    /// <summary>How it was sent: letter, e-mail, telephone.</summary>
    public string? Channel { get; init; }

    /// <summary>Number of the document.</summary>
    public string? Document { get; init; }

    /// <summary>Longest name of a body, in characters.</summary>
    public const int LongestName = 200;

    internal static void Check(FieldChecks fields, string path, Question question)
    {
        fields.Text($"{path}.askedOf", question.AskedOf, LongestName).Text($"{path}.text", question.Text, FieldChecks.Prose)
            .Known($"{path}.askedOn", question.AskedOn).Optional($"{path}.askedBy", question.AskedBy, LongestName)
            .Optional($"{path}.channel", question.Channel).Optional($"{path}.document", question.Document);
        if (question.DueBy is { } due) fields
            .Known($"{path}.dueBy", due)
            .Must(!due.IsBefore(question.AskedOn), $"{path}.dueBy", "không thể trước ngày hỏi", "must not lie before the day of asking");
    }
}

/// <summary>What was answered.</summary>
/// <param name="Text">The answer.</param>
/// <param name="AnsweredOn">When.</param>
public sealed record Answer(string Text, DateOfRecord AnsweredOn)
{
    /// <summary>The body that answered; in a command null stands for the one that was asked.</summary>
    public string? By { get; init; }

    /// <summary>Number of the document.</summary>
    public string? Document { get; init; }

    internal static void Check(FieldChecks fields, string path, Answer answer) => fields
        .Text($"{path}.text", answer.Text, FieldChecks.Prose).Known($"{path}.answeredOn", answer.AnsweredOn)
        .Optional($"{path}.by", answer.By).Optional($"{path}.document", answer.Document);
}
