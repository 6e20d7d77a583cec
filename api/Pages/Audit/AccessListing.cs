using CityGrains.Api.Access.Log;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityGrains.Api.Pages.Audit;

/// <summary>A page of the access log, and the question it answers.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="Page">The answer; empty where something is wrong with the question.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Offices">Offices to choose from.</param>
public sealed record AccessListing(IQueryCollection Query, AccessPage Page, IReadOnlyList<FieldFault> Faults, IReadOnlyList<string> Offices) : Listing(
    Query, Path)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/audit/access";

    /// <summary>The same question of one actor.</summary>
    public static string Of(string actor) => Path + new QueryBuilder { { "actor", actor } };

    /// <summary>The event an entry is, where a page shows it; else what proves the entry.</summary>
    public static string Behind(AccessView entry) => StreamId.Parse(entry.Stream) is { Kind: not StreamKind.Access } stream
        ? FormattableString.Invariant($"{RecordAudit.Link(stream)}#v{entry.Version}")
        : FormattableString.Invariant($"/audit/proof?stream={entry.Stream}&version={entry.Version}");
}
