using System.Diagnostics;
using System.Text.Json;
using CityGrains.Journal;

namespace CityGrains.Grains;

/// <summary>Counts commands by verb and status, refusals by verb and code.</summary>
internal static class CommandTelemetry
{
    public static void Count(Type command, CommandOutcome outcome)
    {
        var verb = new KeyValuePair<string, object?>("verb", JsonNamingPolicy.KebabCaseLower.ConvertName(command.Name));
        Telemetry.Commands.Add(1, verb, new KeyValuePair<string, object?>("status", outcome.Status.ToString()));
        if (outcome.Refusal is { } refusal) Telemetry.Refusals.Add(1, verb, new KeyValuePair<string, object?>("code", refusal.Code));
        Activity.Current?.SetTag("citygrains.status", outcome.Status.ToString());
    }
}
