using System.Globalization;
using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class Numbers
{
    [Fact]
    public async Task Parallel_proposals_get_distinct_numbers_without_gaps()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();

        var bodies = Enumerable.Range(0, 60).Select(i => i % 4 == 3 ? Bodies.Proposal("") : Bodies.Proposal());
        var answers = await Task.WhenAll(bodies.Select(body => server.Admin.Post("/api/v1/agreements", body)));
        Assert.Equal(15, answers.Count(answer => answer.Code is HttpStatusCode.UnprocessableEntity));
        foreach (var _ in Enumerable.Range(0, 15)) (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created);

        var ids = (await server.Admin.Get("/api/v1/agreements?limit=500")).Ids.Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, 60).Select(number => "agr-2026-" + number.ToString("D6", CultureInfo.InvariantCulture)), ids);
    }

    [Fact]
    public async Task A_number_somebody_took_is_passed_over_and_a_new_year_begins_at_one()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();

        Assert.Equal("agr-2026-000001", (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Id);
        (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(more: ", \"id\": \"agr-2026-000002\""))).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(more: ", \"id\": \"agr-2026-000007\""))).Expect(HttpStatusCode.Created);
        Assert.Equal("agr-2026-000008", (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Id);

        server.Clock.Set(new DateTimeOffset(2026, 12, 31, 17, 30, 0, TimeSpan.Zero));
        Assert.Equal("agr-2027-000001", (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Id);
    }
}
