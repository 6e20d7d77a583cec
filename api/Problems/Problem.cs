using CityGrains.Domain.Record;

namespace CityGrains.Api.Problems;

/// <summary>Why a request is not answered as asked. Written as a problem document, RFC 9457.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code, <c>subject/reason</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">The way out.</param>
public sealed record Problem(int Status, string Code, Sentence Message, Sentence Remedy) : IResult
{
    /// <summary>The most faults a document lists; a body with more is told of these first.</summary>
    public const int MostFaults = 100;

    /// <summary>What is wrong with each field; empty where the fault lies elsewhere.</summary>
    public IReadOnlyList<FieldFault> Errors { get; init; } = [];

    /// <summary>What is wrong lies in one field, and the message says just that.</summary>
    public bool IsOfOneField => Errors is [var fault] && fault.Message == Message;

    /// <summary>The version the record has now, where the caller expected another.</summary>
    public long? Version { get; init; }

    /// <summary>Seconds after which the same request may succeed; null when only another request can.</summary>
    public int? RetryAfter { get; init; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => ProblemDocument.Write(httpContext, this);
}
