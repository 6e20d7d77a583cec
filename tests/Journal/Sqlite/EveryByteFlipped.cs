using System.Collections.Concurrent;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Sqlite;
using CityGrains.Journal.Tests.Seals;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Sqlite;

/// <summary>
/// Every single byte of a small store's file is flipped, one at a time. Each flip is reported by the verification, or the file does not open,
/// or whatever can be read from it is what it was: the byte is one that SQLite does not use. Keys of callers are no part of the record, so there are none here.
/// </summary>
public sealed class EveryByteFlipped : SqliteSuite
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"citygrains-{Guid.NewGuid():N}")).FullName;

    private const int Page = 512;

    [Fact]
    public async Task Is_found_or_changes_nothing()
    {
        var bytes = await SmallStore();
        var whole = await Look(bytes, flipped: null);
        Assert.True(whole.IsIntact);

        var (found, next, unnoticed) = (0, -1, new ConcurrentBag<string>());
        await Parallel.ForEachAsync(Enumerable.Range(0, Environment.ProcessorCount), async (worker, _) =>
        {
            using var open = new OpenStore(Path.Combine(_folder, $"open-{worker}.db"), bytes, Page);
            for (var at = Interlocked.Increment(ref next); at < bytes.Length; at = Interlocked.Increment(ref next))
            {
                var flipped = (At: at, By: at % 2 == 0 ? (byte)0x01 : (byte)0xff); // the lowest bit, or all of them
                var isFirstEnough = at % 61 != 0; // what the verification asks first, where that finds the byte; all of it for one byte in 61: each page's another
                if (isFirstEnough && open.IsOfSchema(at) && open.IsSeenAtOnce(flipped))
                {
                    Interlocked.Increment(ref found);
                    continue;
                }

                if (at >= OpenStore.Header && open.ReadsTheSame(flipped)) continue; // there is nothing to verify
                if (isFirstEnough && (open.IsSeenAtOnce(flipped) || (at >= OpenStore.Header && await open.IsFoundBeforeSeals(flipped))))
                {
                    Interlocked.Increment(ref found);
                    continue;
                }

                var (isIntact, read) = await Look(bytes, flipped);
                if (!isIntact) Interlocked.Increment(ref found);
                else if (read != whole.Read) unnoticed.Add($"byte {flipped.At} by {flipped.By:x2}");
            }
        });

        Assert.Empty(unnoticed.Order(StringComparer.Ordinal));
        Assert.InRange(found, bytes.Length / 4, bytes.Length);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What the verification says of the store with a byte flipped, and where it says nothing, what a reader reads.</summary>
    private async Task<(bool IsIntact, string Read)> Look(byte[] bytes, (int At, byte By)? flipped)
    {
        var file = Path.Combine(_folder, $"{flipped?.At}.db");
        var altered = (byte[])bytes.Clone();
        if (flipped is { } flip) altered[flip.At] ^= flip.By;
        await System.IO.File.WriteAllBytesAsync(file, altered);
        try
        {
            return (await SqliteStore.Verify(file)).IsIntact ? (true, StoreDump.Of(file)) : (false, "");
        }
        catch (Exception refused) when (refused is JournalUnavailableException or StoreIsNewerException)
        {
            return (false, refused.Message);
        }
        finally
        {
            foreach (var left in new[] { file, file + "-wal", file + "-shm" }) System.IO.File.Delete(left);
        }
    }

    /// <summary>Small pages, so that few bytes are free; two agreements, a city, two keys, two checkpoints.</summary>
    private async Task<byte[]> SmallStore()
    {
        await Store.DisposeAsync();
        System.IO.File.Delete(File);
        Query($"PRAGMA page_size = {Page}; VACUUM");
        await Reopen();

        var time = new SteppedTime();
        var keys = new SealKeys(Store.Seals, new SealKeyFile(_folder), time);
        var sealer = new Sealer(Store.Seals, keys, time);
        await Append("agr-1", Legacy(), Progress(10));
        await AppendCity("vn-son-la", City("Sơn La"));
        await sealer.Seal();
        await keys.Rotate();
        await Append("agr-2", Legacy());
        await sealer.Seal();

        await Store.DisposeAsync();
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        await Reopen();
        return bytes;
    }
}
