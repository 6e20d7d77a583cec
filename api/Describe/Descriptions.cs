using System.Text.Json;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Describe;

/// <summary>What a command is answered.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Its version after the command.</param>
/// <param name="State">Its legal state; absent for cities.</param>
/// <param name="Unchanged">True when what was asked for was so already; nothing was recorded.</param>
/// <param name="Events">What was recorded.</param>
public sealed record CommandResult(string Id, long Version, string? State, bool? Unchanged, IReadOnlyList<CommandEvent> Events);

/// <summary>An event a command led to.</summary>
/// <param name="Version">Place in its record, from 1.</param>
/// <param name="Type">Stable name with its version.</param>
/// <param name="OccurredOn">When it happened, as exactly as known.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Data">The facts.</param>
public sealed record CommandEvent(long Version, string Type, DateOfRecord OccurredOn, string RecordedAt, JsonElement Data);

/// <summary>A problem document, RFC 9457.</summary>
/// <param name="Type">URN of the kind of problem: <c>urn:citygrains:problem:</c> and the code.</param>
/// <param name="Title">The kind of problem, in the caller's language.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong and the way out, in the caller's language (Accept-Language vi or en; English when neither is asked for).</param>
/// <param name="Code">Stable code.</param>
/// <param name="Vi">The detail in Vietnamese.</param>
/// <param name="En">The detail in English.</param>
/// <param name="Version">The record's present version, where another was expected.</param>
/// <param name="Errors">What is wrong with each field.</param>
/// <param name="TraceId">Names the request in traces and logs.</param>
public sealed record ProblemResult(
    string Type, string Title, int Status, string Detail, string Code, string Vi, string En, long? Version, IReadOnlyList<ProblemField>? Errors, string TraceId);

/// <summary>What is wrong with a field.</summary>
/// <param name="Field">Its path, as <c>parties[1].name</c>.</param>
/// <param name="Vi">In Vietnamese.</param>
/// <param name="En">In English.</param>
public sealed record ProblemField(string Field, string Vi, string En);
