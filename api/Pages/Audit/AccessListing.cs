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
public sealed record AccessListing(IQueryCollection Query, AccessPage Page, IReadOnlyList<FieldFault> Faults, IReadOnlyList<string> Offices)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/audit/access";

    /// <summary>True when less than everything is asked for.</summary>
    public bool IsFiltered => Query.IsFiltered();

    /// <summary>What is asked of a parameter; null when nothing is.</summary>
    public string? Asked(string name) => Query.Asked(name);

    /// <summary>The same question from another page on.</summary>
    public string Link(string? after) => Query.Link(Path, after);

    /// <summary>The same question of one actor.</summary>
    public static string Of(string actor) => Path + new QueryBuilder { { "actor", actor } };

    /// <summary>The event an entry is, where a page shows it; else what proves the entry.</summary>
    public static string Behind(AccessView entry) => StreamId.Parse(entry.Stream) is { Kind: not StreamKind.Access } stream
        ? FormattableString.Invariant($"{RecordAudit.Link(stream)}#v{entry.Version}")
        : FormattableString.Invariant($"/audit/proof?stream={entry.Stream}&version={entry.Version}");
}
