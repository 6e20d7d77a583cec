using System.Globalization;
using CityGrains.Domain.Checks;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Requests;

/// <summary>A request's place in the list, as text: <c>agreement/agr-2026-000001/r1</c>.</summary>
internal static class RequestKey
{
    private static readonly StreamKind[] Kinds = [StreamKind.Agreement, StreamKind.City];

    /// <summary>The text of a place.</summary>
    public static string Of(RequestPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Stream}/r{place.Ordinal}");

    /// <summary>The place of a text; null when it is none.</summary>
    public static RequestPlace? Read(string text) =>
        text.Split('/') is [var kind, var id, ['r', .. var number]] && RecordId.IsValid(id)
        && Kinds.Where(one => StreamId.NameOf(one) == kind).ToList() is [var known]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? new RequestPlace(new StreamId(known, id), ordinal) : null;
}
