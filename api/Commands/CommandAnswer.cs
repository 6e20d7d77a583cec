using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Grains;

namespace CityGrains.Api.Commands;

/// <summary>How a command ended, as HTTP says it. It is a function of the outcome alone, so that a retry is answered byte for byte as the first time.</summary>
public sealed class CommandAnswer : IResult
{
    private readonly CommandOutcome _outcome;
    private readonly string? _location;

    private CommandAnswer(CommandOutcome outcome, string? location) => (_outcome, _location) = (outcome, location);

    /// <summary>The record that took the command.</summary>
    public string Id => _outcome.Stream.Id;

    /// <summary>The answer to a verb.</summary>
    public static IResult Of(Subject subject, Verb verb, CommandOutcome outcome) => outcome.Status switch
    {
        CommandStatus.Accepted => new CommandAnswer(outcome, verb.Begins ? $"{subject.Path}/{outcome.Stream.Id}" : null),
        CommandStatus.Unchanged => new CommandAnswer(outcome, location: null),
        CommandStatus.Refused => RefusalProblem.Of(outcome.Refusal!),
        CommandStatus.Stale when outcome.Version == 0 => subject.NotFound,
        CommandStatus.Stale => CommandProblems.Stale(outcome.Version),
        CommandStatus.IdReused => CommandProblems.IdReused,
        _ => GeneralProblems.Conflict,
    };

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = _location is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        response.Headers.ETag = EntityTag.Of(_outcome.Version);
        if (_location is not null) response.Headers.Location = _location;
        return JsonResponse.Write(response, _outcome, Write);
    }

    private static void Write(Utf8JsonWriter writer, CommandOutcome outcome)
    {
        writer.WriteStartObject();
        WriteProperties(writer, outcome);
        writer.WriteEndObject();
    }

    /// <summary>What a caller is told of one record.</summary>
    internal static void WriteProperties(Utf8JsonWriter writer, CommandOutcome outcome)
    {
        writer.WriteString("id", outcome.Stream.Id);
        writer.WriteNumber("version", outcome.Version);
        if (outcome.State is { } state) writer.WriteString("state", state);
        if (outcome.Status is CommandStatus.Unchanged) writer.WriteBoolean("unchanged", value: true);
        writer.WriteStartArray("events");
        foreach (var recorded in outcome.Events)
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", recorded.Version);
            writer.WriteString("type", recorded.Type);
            writer.WriteString("occurredOn", recorded.OccurredOn);
            writer.WriteString("recordedAt", recorded.RecordedAt);
            writer.WritePropertyName("data");
            writer.WriteRawValue(recorded.Data, skipInputValidation: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
