using CityGrains.Api.Access.Keys;
using CityGrains.Api.Limits;
using CityGrains.Api.Operating;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Offices;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using CityGrains.Silo;
using CityGrains.Silo.Health;
using CityGrains.Silo.Metrics;

namespace CityGrains.Api.Pages.Admin.Home;

/// <summary>Answers <c>GET /admin</c>: how the installation is, and what needs a hand.</summary>
internal sealed class AdminHomeRoute(
    RecentWork work, IStore store, NodeHealth health, Occupancy occupancy, SiloOptions options, KeyRing ring, KnownOffices offices, TimeProvider time)
{
    private const int Minutes = 60;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public async Task<IResult> Read(HttpContext http)
    {
        var (cancel, now) = (http.RequestAborted, time.GetUtcNow());
        var keys = (await ring.All(cancel)).Where(key => key.IsValid(now)).ToList();
        var webhooks = await store.Webhooks.All(cancel);
        var undelivered = new List<string>();
        foreach (var webhook in webhooks)
        {
            if ((await store.Webhooks.DeadLetters(webhook.Id, 0, 1, cancel: cancel)).Count > 0) undelivered.Add(webhook.Id);
        }

        return Page.Of<AdminHomePage, Glance>(new Glance(About.Version, About.Runtime, options.StoreName,
            await TelemetryView.Of(work, store, health, occupancy, Minutes, cancel))
        {
            Keys = keys.Count,
            Ending = [.. keys.Where(key => key.ExpiresAt < now + Soon).Select(key => key.Name)],
            Offices = (await offices.Read(cancel)).All.Count(office => office.Standing is OfficeStanding.Open),
            Webhooks = webhooks.Count,
            Undelivered = undelivered,
        });
    }
}
