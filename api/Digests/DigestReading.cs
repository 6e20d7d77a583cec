using System.Net.Mail;
using System.Text.Json;
using CityGrains.Api.Commands;
using CityGrains.Api.Json;
using CityGrains.Api.Json.Shapes;
using CityGrains.Api.Queries;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Digests;

/// <summary>Reads where an office wants to be reminded, and names everything that is wrong with it at once.</summary>
internal sealed class DigestReading
{
    private const int MostEmails = 20, LongestEmail = 254;

    private readonly JsonSerializerOptions _json;

    public DigestReading(CountryDirectory countries)
    {
        var converter = new CountryConverter(countries);
        _json = ApiJson.Reading(converter);
        Shape = new ShapeBook(_json, converter).OfObject(typeof(DigestRequest));
    }

    /// <summary>What a body must look like.</summary>
    public ObjectShape Shape { get; }

    /// <summary>The mailboxes a request names, each once.</summary>
    public async Task<Reading<IReadOnlyList<string>>> Read(HttpContext http)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var body = await JsonBody.Read(http.Request);
        if (body.Problem is { } broken) return broken;

        var faults = new FieldChecks();
        Shape.Check(body.Root, "", faults);
        if (faults.Faults.Count > 0) return RefusalProblem.Of(Refusal.Invalid(faults.Faults));

        var emails = body.Root.Deserialize<DigestRequest>(_json)!.Emails;
        faults.Each("emails", emails, 0, MostEmails, (path, email) =>
            faults.Must(IsMailbox(email), path, "phải là một địa chỉ thư, như htqt@sonla.gov.vn", "must be a mail address, as htqt@sonla.gov.vn"));
        if (faults.Faults.Count > 0) return RefusalProblem.Of(Refusal.Invalid(faults.Faults));
        return emails.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
    }

    /// <summary>The bare address, which no header or command of mail can be smuggled into (RFC 5321, 4.1.2).</summary>
    private static bool IsMailbox(string text) =>
        text.Length <= LongestEmail && text.All(c => c is > ' ' and < '\u007f' and not ('"' or '<' or '>' or ',' or ';' or '\\'))
            && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
