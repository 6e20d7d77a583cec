using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Admin;

/// <summary>A form of an administrator's page.</summary>
/// <param name="Name">Names it among the forms of its page.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Button">What its button says.</param>
/// <param name="Fields">Its fields; none: the button alone.</param>
public sealed record AdminForm(string Name, string Action, string Button, params IReadOnlyList<AdminField> Fields)
{
    /// <summary>Names the command: sent twice, it is recorded once.</summary>
    public string Key { get; init; } = "";

    /// <summary>Why it was refused; null: it was not sent.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The same as it was sent, where it is the one that was.</summary>
    internal AdminForm With(SentForm? sent) => sent is null || sent.Name != Name ? this : this with
    {
        Problem = sent.Problem,
        Fields = [.. Fields.Select(field => field with { Value = sent.Values.GetValueOrDefault(field.Path, field.Value) })],
    };

    /// <summary>The id of a field on the page.</summary>
    public string IdOf(AdminField field) => $"{Name}-{field.Path.Replace('.', '-')}";

    /// <summary>What is wrong with a field.</summary>
    public IEnumerable<FieldFault> FaultsOf(AdminField field) => Problem?.Errors.Where(fault => IsOf(fault, field)) ?? [];

    /// <summary>What is wrong besides.</summary>
    public IEnumerable<FieldFault> OtherFaults => Problem?.Errors.Where(fault => !Fields.Any(one => IsOf(fault, one))) ?? [];

    private static bool IsOf(FieldFault fault, AdminField field) =>
        fault.Field == field.Path || fault.Field.StartsWith(field.Path + "[", StringComparison.Ordinal);
}

/// <summary>A field of such a form.</summary>
/// <param name="Path">Where it stands in the body that the API takes.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Type">Type of the input: text, date, number, url; <c>lines</c>: one a line.</param>
public sealed record AdminField(string Path, string Label, string Type = "text")
{
    /// <summary>What it holds.</summary>
    public string Value { get; init; } = "";

    /// <summary>It must be filled in.</summary>
    public bool Required { get; init; }

    /// <summary>How to fill it in.</summary>
    public string? Hint { get; init; }

    /// <summary>What to choose from; null: anything can be written.</summary>
    public IReadOnlyList<(string Value, string Label)>? Choices { get; init; }

    /// <summary>Several may be chosen; its value has one a line.</summary>
    public bool Many { get; init; }

    /// <summary>Values to suggest.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}
