using CityGrains.Api.Pages.Forms;
using CityGrains.Api.Pages.Parts;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Networks;
using CityGrains.Journal;
using Microsoft.AspNetCore.WebUtilities;

namespace CityGrains.Api.Pages.History;

/// <summary>What has just been recorded: the event itself, and what is next.</summary>
/// <param name="Title">What its record is called.</param>
/// <param name="Link">The page of the record; null where it has none.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Agreement">The record, where it is an agreement.</param>
public sealed record RecordedNow(string Title, string? Link, string Sentence, AgreementView? Agreement)
{
    /// <summary>The parameter that says so, <c>done=agreement/agr-2026-000123@4</c>.</summary>
    public const string Parameter = "done";

    /// <summary>Where to go on, and what to say there was recorded.</summary>
    internal static string After(string back, StreamId stream, long version) =>
        QueryHelpers.AddQueryString(back.Split('#')[0], Parameter, FormattableString.Invariant($"{stream}@{version}"));
}

/// <summary>Reads what an address says was recorded, from the record.</summary>
internal sealed class RecordedNows(AgreementQueries agreements, OtherRecords others, IJournal journal, NetworkDirectory networks, Reader reader)
{
    /// <summary>The event; null where nothing is said, or nothing is there.</summary>
    public async ValueTask<RecordedNow?> Read(HttpContext http)
    {
        if (http.Request.Query[RecordedNow.Parameter] is not [{ } said] || said.Split('@') is not [var name, var number]) return null;
        if (StreamId.TryParse(name) is not { Kind: not StreamKind.Access } stream || !RecordId.IsValid(stream.Id)) return null;
        if (!int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) || version < 1)
            return null;
        await foreach (var recorded in journal.ReadStream(stream, version - 1, http.RequestAborted)) return await Of(recorded, http.RequestAborted);
        return null;
    }

    private async ValueTask<RecordedNow?> Of(RecordedEvent recorded, CancellationToken cancel)
    {
        var (stream, link) = (recorded.Stream, Records.Link(recorded.Stream.ToString()));
        if (stream.Kind is StreamKind.Agreement)
        {
            var agreement = await agreements.Find(stream.Id, cancel);
            return agreement.Problem is null
                ? new RecordedNow(agreement.Value.Title.Vi, link, EventSentence.Of(reader, recorded, Names.Of(agreement.Value)), agreement.Value)
                : null;
        }

        var record = await others.Find(OtherRecords.SubjectOf(stream.Kind), stream.Id, network: null, cancel);
        return record.Problem is null
            ? new RecordedNow(record.Value.Title, link, EventSentence.Of(reader, recorded, Names.Of(networks, record.Value.Requests, reader)), Agreement: null)
            : null;
    }
}
