using CityGrains.Journal;
using CityGrains.Journal.Webhooks;
using Orleans;
using Orleans.Runtime;

namespace CityGrains.Grains.Working;

/// <summary>
/// Delivers the feed to one receiver: in order, one event at a time, at least once. What cannot be delivered after many attempts is a dead letter, and the
/// next event has its turn. The work runs between the pokes, in this grain's own turns; how far it has come is stored after it, so that a crash repeats a
/// little and skips nothing.
/// </summary>
#pragma warning disable CA1001 // What it holds is disposed of when it leaves memory.
public sealed class WebhookGrain(
    [PersistentState("webhook", WorkingStorage.Name)] IPersistentState<WebhookProgress> progress,
    IWebhooks webhooks, IJournal journal, IWebhookSender sender, RetryPolicy retry, TimeProvider time, Random random) : Grain, IWebhookGrain
#pragma warning restore CA1001
{
    /// <summary>Events in one round; before the next the registration is looked up again, and what came of the round is stored.</summary>
    private const int MostPerRound = 100;

    /// <summary>Events that are not wanted are passed over without storing that, up to so many.</summary>
    private const int MostPassedOver = 1000;

    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Delivery> _attempts = [];
    private Task _work = Task.CompletedTask;
    private int _passedOver;

    /// <inheritdoc/>
    public async Task Deliver()
    {
        if (!_work.IsCompleted) return;
        try
        {
            await _work;
        }
        catch
        {
            DeactivateOnIdle(); // nobody knows what is stored: the next activation reads it
            throw;
        }

        _work = Work(_stop.Token);
    }

    /// <summary>An attempt under way is broken off; it is made again by the next activation.</summary>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _stop.Dispose();
    }

    private async Task Work(CancellationToken stop)
    {
        try
        {
            while (await webhooks.Find(this.GetPrimaryKeyString(), stop) is { Enabled: true } webhook)
            {
                Begin(webhook);
                var more = await DeliverRequested(webhook, stop) | await DeliverNext(webhook, stop);
                if (!more) return;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Save(); // what was delivered before is not delivered again
        }
    }

    /// <summary>What is stored may be of another webhook, that had the same id and is gone.</summary>
    private void Begin(Webhook webhook)
    {
        if (progress.State.Registered == webhook.CreatedAt) return;
        progress.State = new WebhookProgress { Registered = webhook.CreatedAt, Seen = webhook.Starts.ToString() };
    }

    /// <summary>True when there may be more to deliver now.</summary>
    private async Task<bool> DeliverNext(Webhook webhook, CancellationToken stop)
    {
        if (MustWait()) return false;
        var (began, events) = (time.GetTimestamp(), 0);
        await foreach (var recorded in journal.ReadAll(FeedCursor.Parse(progress.State.Seen), stop))
        {
            if (!webhook.Wants(recorded)) _passedOver++;
            else if (!await Deliver(webhook, recorded, stop)) return false;

            progress.State = progress.State with { Seen = FeedCursor.After(recorded).ToString(), Attempts = 0, NextAt = null };
            if (_passedOver >= MostPassedOver) await Save();
            if (++events < MostPerRound && time.GetElapsedTime(began) < LongestRound) continue;
            await SaveIfNeeded();
            return true;
        }

        await SaveIfNeeded();
        return false;
    }

    /// <summary>The pause after a failure is not over; no pause is longer than the longest, though the clock may have jumped back.</summary>
    private bool MustWait() => progress.State.NextAt - time.GetUtcNow() is { } left && left > TimeSpan.Zero && left <= retry.Longest;

    /// <summary>True when it is done with the event: it was delivered, or is a dead letter. Else it is tried again later.</summary>
    private async Task<bool> Deliver(Webhook webhook, RecordedEvent recorded, CancellationToken stop)
    {
        var attempt = progress.State.Attempts + 1;
        var (sent, delivery) = await Send(webhook, recorded, attempt, stop);
        if (sent.Outcome is DeliveryOutcome.Delivered) return true;
        if (sent.Outcome is DeliveryOutcome.Gone)
        {
            await webhooks.Enable(webhook.Id, enabled: false, new WebhookChange(webhook.Id, "disabled", "410 Gone", time.GetUtcNow(), "receiver", ""), stop);
            await Save();
            return false;
        }

        if (attempt >= retry.Attempts)
        {
            await webhooks.Bury(new DeadLetter(webhook.Id, delivery.What, delivery.At, attempt, sent.Outcome, sent.Status), stop);
            return true;
        }

        progress.State = progress.State with { Attempts = attempt, NextAt = time.GetUtcNow() + retry.Pause(attempt, random.NextDouble(), sent.RetryAfter) };
        await Save();
        return false;
    }

    /// <summary>Dead letters that somebody asks to try once more; true when there may be others.</summary>
    private async Task<bool> DeliverRequested(Webhook webhook, CancellationToken stop)
    {
        var letters = await webhooks.DeadLetters(webhook.Id, after: 0, limit: 1, requested: true, stop);
        if (letters is not [var letter]) return false;
        var recorded = await Find(letter.What, stop);
        var (sent, delivery) = await Send(webhook, recorded, letter.Attempts + 1, stop);
        if (sent.Outcome is DeliveryOutcome.Delivered) await webhooks.Settle(letter, stop);
        else await webhooks.Bury(letter with { At = delivery.At, Attempts = delivery.Attempt, Outcome = sent.Outcome, Status = sent.Status }, stop);
        await Save();
        return true;
    }

    private async Task<(Sent Sent, Delivery Delivery)> Send(Webhook webhook, RecordedEvent recorded, int attempt, CancellationToken stop)
    {
        var (at, began) = (time.GetUtcNow(), time.GetTimestamp());
        var sent = await sender.Send(webhook, recorded, stop);
        var delivery = new Delivery(webhook.Id, Told.Of(recorded), at, attempt, sent.Outcome, sent.Status, time.GetElapsedTime(began));
        _attempts.Add(delivery);
        if (attempt == 1) Telemetry.FeedLag.Record(Math.Max(0, (at - RecordedEvent.Instant(recorded.RecordedAt)).TotalSeconds), new KeyValuePair<string, object?>("reader", "webhook"));
        Telemetry.Deliveries.Add(1, new KeyValuePair<string, object?>("outcome", sent.Outcome.ToString()));
        return (sent, delivery);
    }

    private async Task<RecordedEvent> Find(Told what, CancellationToken stop) =>
        await journal.ReadStream(what.Stream, what.Version - 1, stop).FirstAsync(stop);

    private Task SaveIfNeeded() => _attempts.Count > 0 ? Save() : Task.CompletedTask;

    private async Task Save()
    {
        if (_attempts.Count > 0) await webhooks.Note([.. _attempts]);
        _attempts.Clear();
        await progress.WriteStateAsync();
        _passedOver = 0;
    }
}
