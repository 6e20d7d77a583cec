using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Portfolios;
using CityGrains.Api.Queries;
using CityGrains.Domain.Portfolios;
using CityGrains.Journal.Rows;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Pages.Leader;

/// <summary>
/// Answers <c>GET /overview/map.json</c>, what the map of partners is drawn from: <c>cities</c>, each as [longitude, latitude, name, id, agreements];
/// <c>lines</c>, each as [index of a city, index of another, agreements signed, agreements worked on]; <c>elsewhere</c>, agreements that cannot be drawn.
/// </summary>
internal sealed class MapRoute(KnownPortfolio known, KnownPlaces places, IRows rows, ListFilters filters, TimeProvider time)
{
    private readonly RecentAnswers _plain = new(), _packed = new();

    public async Task<IResult> Read(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        if (query.End() is { } problem) return problem;

        var (portfolio, located) = (await known.Read(http.RequestAborted), await places.Read(http.RequestAborted));
        var on = question.On ?? Domain.Record.VietnamTime.DayOf(time.GetUtcNow());
        var key = string.Create(CultureInfo.InvariantCulture, $"{located.Edition} {PortfolioQueries.Day(on)} {question.Key}");
        var json = _plain.Get(key, portfolio.Edition, 0, _ => Write(portfolio.Partners(question.Filter, on), located));
        http.Response.Headers.CacheControl = "private, no-cache";
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{portfolio.Edition}-{located.Edition}-{on.DayNumber}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Key)).AsSpan(0, 6))}\"");
        return Compact.Answer(http, json, _packed.Get(key, portfolio.Edition, json, Compact.Pack), JsonAnswer.ContentType, new EntityTagHeaderValue(tag));
    }

    private static byte[] Write(Partners partners, Places located)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var totals = new List<int>();
        var drawn = partners.Pairs.Where(pair => located.ById.ContainsKey(pair.One) && located.ById.ContainsKey(pair.Other)).ToList();
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, ApiJson.Writing);
        writer.WriteStartObject();
        writer.WriteStartArray("lines");
        foreach (var pair in drawn)
        {
            var (one, other) = (Number(pair.One, pair.Signed), Number(pair.Other, pair.Signed));
            foreach (var value in (ReadOnlySpan<int>)[one, other, pair.Signed, pair.Working]) writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("cities");
        foreach (var (id, number) in numbers)
        {
            var place = located.ById[id];
            writer.WriteStartArray();
            writer.WriteNumberValue(Math.Round(place.At.Longitude, 2));
            writer.WriteNumberValue(Math.Round(place.At.Latitude, 2));
            writer.WriteStringValue(place.Name);
            writer.WriteStringValue(id);
            writer.WriteNumberValue(totals[number]);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteNumber("elsewhere", partners.Elsewhere + partners.Pairs.Sum(pair => (long)pair.Signed) - drawn.Sum(pair => (long)pair.Signed));
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();

        int Number(string id, int agreements)
        {
            if (!numbers.TryGetValue(id, out var number))
            {
                numbers.Add(id, number = totals.Count);
                totals.Add(0);
            }

            totals[number] += agreements;
            return number;
        }
    }
}
