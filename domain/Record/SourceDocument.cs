namespace CityGrains.Domain.Record;

/// <summary>Where a fact comes from: a decision, a letter, a press article, a file.</summary>
/// <param name="Title">What the source calls itself.</param>
/// <param name="Reference">Number, page, line or web address; null when it has none.</param>
/// <param name="DatedOn">The date the source bears.</param>
public sealed record SourceDocument(string Title, string? Reference = null, DateOfRecord DatedOn = default);
