using CityGrains.Api.Calendars;
using CityGrains.Api.Commands;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Offices;

namespace CityGrains.Api.Pages.Admin.Offices;

/// <summary>The offices there are, and the form that enters one.</summary>
/// <param name="Offices">Those that work first.</param>
/// <param name="Register">Enters one.</param>
/// <param name="Done">What has just been done.</param>
public sealed record OfficeListing(IReadOnlyList<Office> Offices, AdminForm Register, string? Done);

/// <summary>An office, and what can be done with it.</summary>
/// <param name="Office">The office.</param>
/// <param name="Addresses">Its calendars' addresses, revoked ones included.</param>
/// <param name="Forms">Those of its forms that are the reader's, by name.</param>
/// <param name="People">Its functions, each with the form that removes it.</param>
public sealed record OfficeDetail(
    OfficeView Office, IReadOnlyList<CalendarItem> Addresses, IReadOnlyDictionary<string, AdminForm> Forms,
    IReadOnlyList<(OfficePerson Person, AdminForm Remove)> People)
{
    /// <summary>Under which address it is shown.</summary>
    public required string Root { get; init; }

    /// <summary>What the reader may record of its reports and plans.</summary>
    public required IReadOnlyList<Verb> Papers { get; init; }

    /// <summary>What has just been done.</summary>
    public string? Done { get; init; }

    /// <summary>Why something without a form of its own was refused.</summary>
    public Problem? Problem { get; init; }
}
