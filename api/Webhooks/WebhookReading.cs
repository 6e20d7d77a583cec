using System.Security.Cryptography;
using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Api.Feed;
using CityGrains.Api.Json;
using CityGrains.Api.Json.Shapes;
using CityGrains.Api.Queries;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Api.Webhooks;

/// <summary>Reads the body of a registration, and names everything that is wrong with it at once.</summary>
internal sealed class WebhookReading
{
    private const int MostNames = 100;

    private readonly JsonSerializerOptions _json;
    private readonly WebhookAddress _address;
    private readonly IJournal _journal;
    private readonly TimeProvider _time;

    public WebhookReading(CountryDirectory countries, WebhookAddress address, IJournal journal, TimeProvider time)
    {
        (_address, _journal, _time) = (address, journal, time);
        var converter = new CountryConverter(countries);
        _json = ApiJson.Reading(converter);
        Shape = new ShapeBook(_json, converter).OfObject(typeof(WebhookRequest));
    }

    /// <summary>What a body must look like.</summary>
    public ObjectShape Shape { get; }

    /// <summary>The webhook that a request asks for.</summary>
    public async Task<Reading<Webhook>> Read(HttpContext http)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var body = await JsonBody.Read(http.Request);
        if (body.Problem is { } broken) return broken;

        var faults = new FieldChecks();
        Shape.Check(body.Root, "", faults);
        if (faults.Faults.Count > 0) return RefusalProblem.Of(Refusal.Invalid(faults.Faults));

        var asked = body.Root.Deserialize<WebhookRequest>(_json)!;
        var starts = await Starts(asked, faults, http.RequestAborted);
        await Check(asked, faults, http.RequestAborted);
        if (faults.Faults.Count > 0) return RefusalProblem.Of(Refusal.Invalid(faults.Faults));

        var now = _time.GetUtcNow();
        return new Webhook(
            asked.Id ?? $"wh-{Guid.CreateVersion7(now):N}", asked.Url, asked.Secret is { } given ? WebhookSecret.Parse(given)!
                : RandomNumberGenerator.GetBytes(WebhookSecret.Usual),
            starts, RecordedEvent.Instant(RecordedEvent.Format(now)), http.Caller().Name) { Types = asked.Types ?? [], Offices = asked.Offices ?? [] };
    }

    private async Task Check(WebhookRequest asked, FieldChecks faults, CancellationToken cancel)
    {
        faults.Must(asked.Id is null || RecordId.IsValid(asked.Id), "id", "dùng chữ thường không dấu, chữ số và gạch nối",
            "takes lower-case letters, digits and hyphens");
        faults.Must(asked.Secret is null || WebhookSecret.Parse(asked.Secret) is not null, "secret",
            $"phải là {WebhookSecret.Prefix} rồi base64 của {WebhookSecret.Shortest} đến {WebhookSecret.Longest} byte",
            $"must be {WebhookSecret.Prefix} and base64 of {WebhookSecret.Shortest} to {WebhookSecret.Longest} bytes");
        faults.Each("types", asked.Types ?? [], least: 0, MostNames, (path, type) => faults.Must(
            EventNames.All.Any(name => name == type || name.Split('/')[0] == type), path,
            "không có loại sự kiện này; dùng tên như agreement-signed hoặc agreement-signed/1", "is no event; use a name as agreement-signed or agreement-signed/1"));
        faults.Each("offices", asked.Offices ?? [], least: 0, MostNames, (path, office) =>
        {
            faults.Text(path, office);
            faults.Must(!office.Contains('\n', StringComparison.Ordinal), path, "phải nằm trên một dòng", "must stand on one line");
        });
        await _address.Check(asked.Url, faults, cancel);
    }

    private async Task<FeedCursor> Starts(WebhookRequest asked, FieldChecks faults, CancellationToken cancel) =>
        await FeedReading.Cursor(faults, "after", asked.After ?? FeedReading.End, _journal, cancel);
}
