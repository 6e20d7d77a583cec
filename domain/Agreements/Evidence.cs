using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>A document that shows something was done.</summary>
/// <param name="Title">What it is.</param>
/// <param name="DatedOn">The date it bears.</param>
/// <param name="Reference">Number or web address; null when it has none.</param>
/// <param name="Hash">The document's hash; null when the file is not at hand.</param>
public sealed record Evidence(string Title, DateOfRecord DatedOn, string? Reference = null, DocumentHash? Hash = null)
{
    internal static void Check(FieldChecks fields, string path, Evidence evidence)
    {
        fields.Text($"{path}.title", evidence.Title).Known($"{path}.datedOn", evidence.DatedOn).Optional($"{path}.reference", evidence.Reference);
        if (evidence.Hash is { } hash) DocumentHash.Check(fields, $"{path}.hash", hash);
    }
}

/// <summary>Evidence as it is kept with an agreement.</summary>
/// <param name="Document">The document.</param>
/// <param name="For">Id of the commitment or milestone it speaks for; null: the agreement as a whole.</param>
public sealed record AttachedEvidence(Evidence Document, string? For);
