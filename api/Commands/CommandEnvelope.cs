using CityGrains.Domain.Record;

namespace CityGrains.Api.Commands;

/// <summary>What stands in every body beside the command's own properties.</summary>
public sealed record CommandEnvelope
{
    /// <summary>Id of the record to begin; left out, one is given. Only where the route has no id.</summary>
    public string? Id { get; init; }

    /// <summary>When it happened; left out, today.</summary>
    public DateOfRecord? OccurredOn { get; init; }

    /// <summary>The document the fact rests on.</summary>
    public SourceDocument? Source { get; init; }

    /// <summary>Why, in the caller's words.</summary>
    public string? Reason { get; init; }
}
