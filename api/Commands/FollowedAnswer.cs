using System.Text.Json;
using CityGrains.Api.Describe;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Journal;

namespace CityGrains.Api.Commands;

/// <summary>How a command ended that two records hear of: what the first recorded, and under a name of its own what the second did.</summary>
internal sealed class FollowedAnswer : IResult
{
    private readonly CommandOutcome _first, _second;
    private readonly string _name;

    private FollowedAnswer(CommandOutcome first, string name, CommandOutcome second) => (_first, _name, _second) = (first, name, second);

    /// <summary>The answer; a problem that says so where only the first half is recorded.</summary>
    public static IResult Of(CommandOutcome first, string name, CommandOutcome second) => second.Status switch
    {
        CommandStatus.Accepted or CommandStatus.Unchanged => new FollowedAnswer(first, name, second),
        CommandStatus.IdReused => CommandProblems.IdReused,
        _ => Half(second),
    };

    /// <summary>A half that recorded nothing. The record goes on, so neither its version nor its state is told: a retry would be told others.</summary>
    public static CommandOutcome Unchanged(Subject subject, string id) => new(CommandStatus.Unchanged, new StreamId(subject.Kind, id), Version: 0);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (_first.Status is CommandStatus.Accepted) httpContext.Response.Headers.ETag = EntityTag.Of(_first.Version);
        return JsonResponse.Write(httpContext.Response, this, static (writer, answer) => answer.Write(writer));
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteHalf(writer, _first);
        writer.WriteStartObject(_name);
        WriteHalf(writer, _second);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteHalf(Utf8JsonWriter writer, CommandOutcome half)
    {
        if (half.Status is CommandStatus.Accepted)
        {
            CommandAnswer.WriteProperties(writer, half);
            return;
        }

        writer.WriteString("id", half.Stream.Id);
        writer.WriteBoolean("unchanged", value: true);
        writer.WriteStartArray("events");
        writer.WriteEndArray();
    }

    private static Problem Half(CommandOutcome second) => new(503, "command/half-recorded",
        new Sentence(
            $"Bản ghi thứ nhất đã ghi, bản ghi thứ hai ({second.Stream}) thì chưa: {second.Refusal?.Message.Vi ?? "đang có lệnh khác."}",
            $"The first record has it, the second ({second.Stream}) has not: {second.Refusal?.Message.En ?? "another command came in between."}"),
        new Sentence(
            "Gửi lại đúng lệnh này: nửa đã ghi không bị ghi hai lần, nửa còn lại sẽ được ghi.",
            "Send the same command again: what is recorded is not recorded twice, and the other half follows."))
    { RetryAfter = 1 };
}

/// <summary>What a transfer is answered.</summary>
/// <param name="Id">The city.</param>
/// <param name="Version">Its version after the command; absent where nothing was recorded of it.</param>
/// <param name="Unchanged">True when its membership had gone to that successor already; nothing was recorded of it.</param>
/// <param name="Events">What was recorded of it.</param>
/// <param name="Successor">The same of the successor.</param>
public sealed record TransferResult(string Id, long? Version, bool? Unchanged, IReadOnlyList<CommandEvent> Events, SecondResult Successor);

/// <summary>What a link to an activity is answered.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Its version after the command; absent where nothing was recorded of it.</param>
/// <param name="State">Its legal state; absent for cities, and where nothing was recorded.</param>
/// <param name="Unchanged">True when it was linked already; nothing was recorded of it.</param>
/// <param name="Events">What was recorded of it.</param>
/// <param name="Activity">The same of the activity.</param>
public sealed record LinkResult(string Id, long? Version, string? State, bool? Unchanged, IReadOnlyList<CommandEvent> Events, SecondResult Activity);

/// <summary>What the second record of a command is told.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Its version after the command; absent where nothing was recorded of it.</param>
/// <param name="State">Its state; absent for cities, and where nothing was recorded.</param>
/// <param name="Unchanged">True when it had heard of it already; nothing was recorded of it.</param>
/// <param name="Events">What was recorded of it.</param>
public sealed record SecondResult(string Id, long? Version, string? State, bool? Unchanged, IReadOnlyList<CommandEvent> Events);
