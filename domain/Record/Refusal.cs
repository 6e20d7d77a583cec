namespace CityGrains.Domain.Record;

/// <summary>Why a command is not accepted. Data, never an exception.</summary>
/// <param name="Code">Stable code, <c>subject/reason</c>, as in <c>agreement/not-approved</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would make it acceptable.</param>
public sealed record Refusal(string Code, Sentence Message, Sentence Remedy)
{
    /// <summary>What is wrong with each field, where the fault lies in what was sent; else empty.</summary>
    public IReadOnlyList<FieldFault> Fields { get; init; } = [];

    /// <summary>Refuses what stands in one field.</summary>
    public static Refusal Of(string code, FieldFault fault, Sentence remedy) => new(code, fault.Message, remedy) { Fields = [fault] };

    /// <summary>The record belongs to an office the sender does not act for.</summary>
    public static Refusal OtherOffice(string office) => new(
        "access/other-office",
        new Sentence($"Hồ sơ này thuộc cơ quan khác: {office}.", $"This record belongs to another office: {office}."),
        new Sentence("Nhờ cơ quan đó thực hiện, hoặc nhờ họ chuyển giao hồ sơ bằng assign-office.",
            "Have that office do it, or have it hand the record over by assign-office."));

    /// <summary>The fault lies in what was sent, whatever the state: each field with what is wrong with it.</summary>
    public static Refusal Invalid(IReadOnlyList<FieldFault> faults) => new(
        "command/invalid",
        new Sentence("Dữ liệu gửi lên chưa hợp lệ.", "What was sent is not valid."),
        new Sentence("Sửa các trường được nêu rồi gửi lại.", "Correct the fields named and send it again.")) { Fields = faults };
}

/// <summary>What is wrong with one field of a command.</summary>
/// <param name="Field">Path in camelCase, as in <c>parties[1].name</c>.</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record FieldFault(string Field, Sentence Message)
{
    /// <summary>The message without the field in front, for whoever calls it by another name; null where the message does not begin with it.</summary>
    public Sentence? Predicate { get; init; }

    /// <summary>A fault whose message begins with its field; what is wrong with it follows, without the full stop.</summary>
    public static FieldFault Of(string field, string vi, string en) =>
        new(field, new Sentence($"{field}: {vi}.", $"{field}: {en}.")) { Predicate = new Sentence(vi + ".", en + ".") };

    /// <summary>The message with the field called so.</summary>
    public Sentence Called(string name) => Predicate is { } wrong ? new Sentence($"{name}: {wrong.Vi}", $"{name}: {wrong.En}") : Message;
}
