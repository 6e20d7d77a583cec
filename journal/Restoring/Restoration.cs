using CityGrains.Domain.Record;
using CityGrains.Journal.Export;
using CityGrains.Journal.Seals.Tree;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Restoring;

/// <summary>
/// Puts the record of a file into an empty place: first the whole file is verified, then its events go in in bulk with the tree over them and the checkpoints,
/// then the rows are folded. Whatever goes wrong, the place is empty again.
/// </summary>
public sealed class Restoration
{
    /// <summary>Events in one part: enough to be fast, few enough to be held.</summary>
    private const int MostPerPart = 5000;

    private readonly IRestoring _place;
    private readonly Stream _file;
    private readonly IProgress<RestoreProgress>? _progress;
    private readonly GrowingTree _tree;
    private readonly List<KeptWebhook> _webhooks = [];
    private RestoredPart _part = new();

    private Restoration(IRestoring place, Stream file, IProgress<RestoreProgress>? progress)
    {
        (_place, _file, _progress) = (place, file, progress);
        _tree = new GrowingTree(tile => _part.Tiles.Add(tile));
    }

    /// <summary>Does it.</summary>
    /// <param name="file">An export or a backup; it can be read twice.</param>
    /// <param name="place">Where it goes.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Stops it; the place is empty again.</param>
    /// <returns>How many events went in.</returns>
    /// <exception cref="FileRefusedException">The file is no export, was cut off or changed; nothing was begun.</exception>
    /// <exception cref="JournalUnavailableException">The place is not empty, cannot be written, or an event is of no kind this program knows.</exception>
    public static async Task<long> Run(Stream file, IRestoring place, IProgress<RestoreProgress>? progress = null, CancellationToken cancel = default)
    {
        await place.MustBeEmpty(cancel);
        await Verify(file, progress, cancel);
        file.Position = 0;
        await place.Begin(cancel);
        try
        {
            var restoration = new Restoration(place, file, progress);
            await restoration.Load(cancel);
            await restoration.End(cancel);
            return restoration._tree.Size;
        }
        catch
        {
            await place.Abandon();
            throw;
        }
    }

    private static async Task Verify(Stream file, IProgress<RestoreProgress>? progress, CancellationToken cancel)
    {
        var told = new Telling<VerificationProgress>(read => progress?.Report(new RestoreProgress(RestoredStep.File, read.Done, read.Total)));
        if ((await ExportVerification.RunAlone(file, told, cancel)).First is { } wrong) throw new FileRefusedException(wrong.Reason);
    }

    /// <summary>While one part goes in, the next is read.</summary>
    private async Task Load(CancellationToken cancel)
    {
        var adding = Task.CompletedTask;
        try
        {
            await foreach (var line in ExportReader.Read(_file, cancel))
            {
                Take(line);
                if (_part.Events.Count < MostPerPart) continue;
                await adding;
                adding = Next(cancel);
            }
        }
        finally
        {
            await adding;
        }

        foreach (var begun in _tree.Open) _part.Tiles.Add(begun);
        foreach (var webhook in _webhooks) _part.Webhooks.Add(webhook);
        await Next(cancel);
    }

    private async Task End(CancellationToken cancel)
    {
        try
        {
            await _place.End(new Telling<RebuildProgress>(rows => _progress?.Report(new RestoreProgress(RestoredStep.Rows, rows.Done, rows.Total))), cancel);
        }
#pragma warning disable CA1031 // Its hashes are right, so it is what somebody wrote; whatever such an event makes the domain throw is told, with the way out.
        catch (Exception cause) when (cause is not (JournalUnavailableException or OperationCanceledException or IOException or UnauthorizedAccessException))
#pragma warning restore CA1031
        {
            throw new FileRefusedException(new Sentence(
                $"Có sự kiện mà chương trình này không hiểu ({cause.Message}); hãy khôi phục bằng bản chương trình đã ghi ra tệp này.",
                $"It holds an event that this program cannot follow ({cause.Message}); restore it with the program that wrote it."));
        }
    }

    private void Take(ExportedLine line)
    {
        switch (line)
        {
            case ExportedEvent exported:
                _part.Events.Add(exported.Event);
                _tree.Append(exported.Event.Hash);
                break;
            case ExportedCheckpoint checkpoint: _part.Checkpoints.Add(checkpoint.Checkpoint); break;
            case ExportedSealKey key: _part.SealKeys.Add(key.Statement); break;
            case ExportedCallerKey key: _part.CallerKeys.Add(key.Key); break;
            case ExportedWebhook webhook: _webhooks.Add(webhook.Webhook); break;
            case ExportedEnd { IsAsWritten: false } end: throw new FileRefusedException(ExportFormatException.NotAsWritten(end.Line).Reason); // it was, a moment ago
        }
    }

    private Task Next(CancellationToken cancel)
    {
        var part = _part;
        _part = new RestoredPart();
        _progress?.Report(new RestoreProgress(RestoredStep.Events, _file.Position, _file.Length));
        return Task.Run(() => _place.Add(part, cancel), cancel);
    }

    private sealed class Telling<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
