using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Agreements;

/// <summary>A page of the list of agreements, and the question it answers.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="Page">The answer; empty where something is wrong with the question.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Offices">Offices to choose from.</param>
public sealed record AgreementListing(IQueryCollection Query, Page<AgreementItem> Page, IReadOnlyList<FieldFault> Faults,
    IReadOnlyList<string> Offices) : Listing(Query, "/agreements");
