using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using CityGrains.Journal;

namespace CityGrains.Grains;

/// <summary>Counts commands by verb and status, refusals by verb and code.</summary>
internal static class CommandTelemetry
{
    private static readonly ConcurrentDictionary<Type, string> Verbs = new();

    /// <summary>The span of a command; null, and at no cost, when nobody listens.</summary>
    public static Activity? Start(StreamKind kind, Type command) =>
        Telemetry.Source.HasListeners() ? Telemetry.Source.StartActivity($"{kind} {command.Name}") : null;

    public static void Count(Type command, CommandOutcome outcome)
    {
        var verb = new KeyValuePair<string, object?>("verb", Verbs.GetOrAdd(command, static type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name)));
        Telemetry.Commands.Add(1, verb, new KeyValuePair<string, object?>("status", outcome.Status.ToString()));
        if (outcome.Refusal is { } refusal) Telemetry.Refusals.Add(1, verb, new KeyValuePair<string, object?>("code", refusal.Code));
        Activity.Current?.SetTag("citygrains.status", outcome.Status.ToString());
    }
}
