using CityGrains.Api.Access;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Grains.Working;
using CityGrains.Journal;
using CityGrains.Journal.Digests;

namespace CityGrains.Api.Digests;

/// <summary>Answers what is asked about the reminders of an office.</summary>
internal sealed class DigestEndpoints(IDigests digests, DigestReading reading, OwnOffice own, IDigestMailer mailer, TimeProvider time)
{
    private static readonly Problem NotWanted = new(404, "digest/not-found",
        new Sentence("Cơ quan này không nhận nhắc hạn hằng ngày.", "This office is not reminded of its deadlines."),
        new Sentence("Bật bằng PUT …/digest với danh sách địa chỉ thư.", "Have it reminded by PUT …/digest with a list of mail addresses."));

    /// <summary>Shows how it is reminded.</summary>
    public async Task<IResult> Read(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var read = await own.Read(http, id);
        if (read.Problem is { } problem) return problem;
        return await digests.Find(id, http.RequestAborted) is { } subscription ? Answer(subscription, read.Value) : NotWanted;
    }

    /// <summary>Has it reminded, from the next reminders on.</summary>
    public async Task<IResult> Set(HttpContext http, string id)
    {
        var read = await own.Read(http, id);
        if (read.Problem is { } problem) return problem;
        var emails = await reading.Read(http);
        if (emails.Problem is { } wrong) return wrong;
        var subscription = new DigestSubscription(id, emails.Value, RecordedEvent.Instant(RecordedEvent.Format(time.GetUtcNow())), http.Caller().Name);
        await digests.Save(subscription, http.RequestAborted);
        return Answer(subscription, read.Value);
    }

    /// <summary>Ends it, and shows it a last time.</summary>
    public async Task<IResult> Remove(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var read = await own.Read(http, id);
        if (read.Problem is { } problem) return problem;
        if (await digests.Find(id, http.RequestAborted) is not { } subscription) return NotWanted;
        await digests.Remove(id, http.RequestAborted);
        return Answer(subscription, read.Value);
    }

    private JsonAnswer<DigestView> Answer(DigestSubscription subscription, Office office) =>
        JsonAnswer.Of(DigestView.Of(subscription, mailer.IsConfigured, office.RemindedOn), ViewJson.Default.DigestView);
}
