using System.Diagnostics;
using CityGrains.Api.Access;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Commands;

/// <summary>Turns a request into a command and its context.</summary>
public sealed class CommandRequests(CommandBodies bodies, TimeProvider time)
{
    /// <summary>Reads a request for a verb.</summary>
    public async Task<Reading<CommandRequest>> Read(HttpContext http, Verb verb, bool takesId) =>
        QueryReader.None(http.Request) is { } unasked ? unasked : await ReadBody(http, verb, takesId);

    /// <summary>The same of a route that has looked at its parameters itself.</summary>
    public async Task<Reading<CommandRequest>> ReadBody(HttpContext http, Verb verb, bool takesId)
    {
        var body = await JsonBody.Read(http.Request);
        if (body.Problem is { } broken) return broken;

        var read = bodies.Read(verb, takesId, body.Root);
        if (read.Problem is { } wrong) return wrong;

        var expected = IfMatch.Of(http.Request);
        if (expected.Problem is { } badMatch) return badMatch;

        var now = time.GetUtcNow();
        var caller = http.Caller();
        var identity = CommandIdentity.Of(http, caller, body.Raw, now);
        if (identity.Problem is { } badKey) return badKey;

        var (command, envelope) = read.Value;
        return new CommandRequest(
            command, envelope.Id, identity.Value.MayBeARetry, new CommandContext(identity.Value.Id, identity.Value.Hash, caller.Name, caller.Office, now)
        {
            OccurredOn = envelope.OccurredOn,
            Source = envelope.Source,
            Reason = envelope.Reason,
            CorrelationId = Activity.Current?.TraceId.ToHexString(),
            ExpectedVersion = expected.Value,
            OwnOfficeOnly = caller.OwnOfficeOnly,
        });
    }
}

/// <summary>What a request asks for.</summary>
/// <param name="Command">The command.</param>
/// <param name="Id">The id its body names; null when it names none.</param>
/// <param name="MayBeARetry">It may have been sent before.</param>
/// <param name="Context">Who asks, when, on what ground.</param>
public sealed record CommandRequest(object Command, string? Id, bool MayBeARetry, CommandContext Context);
