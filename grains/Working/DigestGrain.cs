using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Offices.Digests;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Digests;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace CityGrains.Grains.Working;

/// <summary>
/// Reminds an office. The reminder itself is an event of the office, which webhooks and the feed carry on; its command bears the office and the day, so that
/// the journal records it once however many nodes try. Mail follows the event: before it is sent the stored progress is claimed, which one of several nodes
/// achieves. A crash between sending and noting it repeats one mail.
/// </summary>
public sealed class DigestGrain(
    [PersistentState("digest", WorkingStorage.Name)] IPersistentState<DigestProgress> progress,
    IDigests digests, KnownOffices offices, OfficeDeadlines deadlines, IJournal journal, IDigestMailer mailer, TimeProvider time) : Grain, IDigestGrain
{
    /// <summary>How long a claim holds, and when a failure is tried again.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    /// <summary>Mail that could not be sent for so many days is old news.</summary>
    private const int MostUnmailed = 7;

    /// <inheritdoc/>
    public async Task Remind()
    {
        await progress.ReadStateAsync(); // another node may have worked
        var (now, today) = (time.GetUtcNow(), VietnamTime.DayOf(time.GetUtcNow()));
        if (progress.State.NotBefore > now || (progress.State.Day >= today && progress.State.Unmailed.Count == 0)) return;
        if (await digests.Find(this.GetPrimaryKeyString()) is not { } subscription || await Find() is not { Closing: null } office) return;

        if (!await TrySave(progress.State with { NotBefore = now + Claim })) return;
        if (!(progress.State.Day >= today)) await Announce(office, today, isMailed: subscription.Emails.Count > 0 && mailer.IsConfigured);
        foreach (var day in progress.State.Unmailed)
        {
            await Mail(office, day, subscription.Emails);
            await Save(progress.State with { Unmailed = [.. progress.State.Unmailed.Skip(1)] });
        }

        await Save(progress.State with { NotBefore = null });
    }

    /// <summary>Records what is to be told today; nothing, where there is nothing new.</summary>
    private async Task Announce(Office office, DateOnly today, bool isMailed)
    {
        var owed = await deadlines.Owed(office, today, dueBefore: today.AddDays(DailyDigest.FirstStage + 1));
        var due = DailyDigest.Of(owed, progress.State.Told);
        if (due.Length > 0) await Record(office, today, due);
        var told = await Told(today);
        await Save(progress.State with
        {
            Day = today,
            Told = DailyDigest.Told(progress.State.Told, owed, told),
            Unmailed = [.. progress.State.Unmailed.Concat(isMailed && told.Count > 0 ? [today] : []).TakeLast(MostUnmailed)],
        });
    }

    /// <summary>A reminder that was recorded before, by an attempt that did not come to its end, stays as it was.</summary>
    private async Task Record(Office office, DateOnly today, IReadOnlyList<AnnouncedDeadline> due)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{office.Id}\n{DateOfRecord.Day(today)}"));
        var context = new CommandContext(Named(hash), Convert.ToHexStringLower(hash), "digest", office.Name.Vi, time.GetUtcNow());
        var outcome = await GrainFactory.GetGrain<IOfficeGrain>(office.Id).Execute(new AnnounceDeadlines(today, due), context);
        if (outcome.Status is not (CommandStatus.Accepted or CommandStatus.Unchanged)) throw new InvalidOperationException($"The reminder of {office.Id} was not recorded: {outcome.Status} {outcome.Refusal?.Code}.");
    }

    /// <summary>A UUID of version 8 (RFC 9562, 5.8).</summary>
    private static Guid Named(ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        hash[..16].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private async Task Mail(Office office, DateOnly day, IReadOnlyList<string> emails)
    {
        if (emails.Count > 0 && await Told(day) is { Count: > 0 } told)
            await mailer.Send(
                new DigestMail($"digest-{office.Id}-{DateOfRecord.Day(day)}", emails, DigestText.Of(office.Name, day, told)), CancellationToken.None);
    }

    /// <summary>What the record says the office was told of on a day.</summary>
    private async Task<IReadOnlyList<AnnouncedDeadline>> Told(DateOnly day)
    {
        var name = EventNames.NameOf(typeof(DeadlinesAnnounced));
        await foreach (var recorded in journal.ReadStream(new StreamId(StreamKind.Office, this.GetPrimaryKeyString())))
        {
            if (recorded.Type == name && JsonSerializer.Deserialize(recorded.Data, JournalJson.Default.DeadlinesAnnounced) is { } announced && announced.Day == day) return announced.Deadlines;
        }

        return [];
    }

    private async Task<Office?> Find() => (await offices.Read()).All.FirstOrDefault(office => office.Id == this.GetPrimaryKeyString());

    /// <summary>False when another node has stored something in between: it works at it.</summary>
    private async Task<bool> TrySave(DigestProgress state)
    {
        try
        {
            await Save(state);
            return true;
        }
        catch (InconsistentStateException)
        {
            DeactivateOnIdle();
            return false;
        }
    }

    private async Task Save(DigestProgress state)
    {
        progress.State = state;
        await progress.WriteStateAsync();
    }
}
