using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using CityGrains.Silo.Metrics;
using Microsoft.Extensions.Hosting;

namespace CityGrains.Silo.Health;

/// <summary>Looks at every part of a node that can keep it from serving, or will.</summary>
public sealed class NodeHealth(
    IStore store, IRows rows, SealRounds seals, KnownPortfolio portfolio, RecentWork work, SiloOptions options, IHostApplicationLifetime lifetime)
{
    /// <summary>The part that keeps the record.</summary>
    public const string StorePart = "store";

    /// <summary>Free bytes below which somebody should see to the disk, and below which SQLite is about to refuse writes.</summary>
    private const long Little = 1L << 30, None = 32L << 20;

    /// <summary>Appends that wait for the disk: half of what waits at most.</summary>
    private const long ManyWaiting = 4096;

    /// <summary>An id no agreement has; looking for it asks the store and finds nothing.</summary>
    private static readonly StreamId Nothing = new(StreamKind.Agreement, "health");

    /// <summary>How long a store may take before it counts as one that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Free bytes where the data folder lies.</summary>
    public long FreeBytes => new DriveInfo(options.DataDirectory).AvailableFreeSpace;

    /// <summary>What is found now.</summary>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel = default)
    {
        var (kept, schema) = await Store(cancel);
        return [kept, schema, Seals(), Chain(), Disk(), Portfolio(), Queue(), Life()];
    }

    private async Task<(Finding Store, Finding Schema)> Store(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await rows.Find(Nothing, patience.Token);
            return (Finding.Well(StorePart), Schema(await store.Schema(patience.Token)));
        }
        catch (Exception trouble) when (trouble is JournalUnavailableException or TimeoutException
            || (trouble is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return (new Finding(StorePart, Standing.Down, new Sentence(
                    "Kho dữ liệu không trả lời; xem nhật ký của máy chủ, đĩa và cơ sở dữ liệu.",
                    "The store does not answer; see the server's log, the disk, the database.")),
                new Finding("schema", Standing.Down, new Sentence("Chưa biết: kho dữ liệu không trả lời.", "Not known: the store does not answer.")));
        }
    }

    private static Finding Schema(StoreSchema schema) => schema.Is == schema.Known ? Finding.Well("schema") : new Finding("schema", Standing.Down, new Sentence(
        $"Kho dữ liệu có cấu trúc {schema.Is}, chương trình này biết đến {schema.Known}: một chương trình mới hơn đã nâng cấp kho; hãy khởi động bản ấy.",
        $"The store has schema {schema.Is}, and this program knows {schema.Known}: a newer program has changed it; start that one."));

    private Finding Seals() => seals.Trouble is null || seals.IsBroken ? Finding.Well("seals") : new Finding("seals", Standing.Ailing, new Sentence(
        "Sự kiện mới chưa được niêm phong; xem nhật ký của máy chủ và tệp seal.key.",
        "New events are not sealed; see the server's log and the file seal.key."));

    private Finding Chain() => !seals.IsBroken ? Finding.Well("chain") : new Finding("chain", Standing.Ailing, new Sentence(
        "Kho dữ liệu mâu thuẫn với niêm phong đã ký: có người đã sửa kho. Chạy ./citygrains verify và giữ nguyên kho cho kiểm toán.",
        "The store contradicts what was sealed: somebody changed it. Run ./citygrains verify, and keep the store as it is for the auditor."));

    private Finding Disk()
    {
        var free = FreeBytes;
        return free >= Little ? Finding.Well("disk")
            : new Finding("disk", free < None && options.Postgres is null ? Standing.Down : Standing.Ailing, new Sentence(
            "Đĩa chứa thư mục dữ liệu sắp đầy; hãy dọn hoặc mở rộng.", "The disk of the data folder is almost full; make room."));
    }

    private Finding Portfolio() => portfolio.IsRead ? Finding.Well("portfolio") : new Finding("portfolio", Standing.Ailing, new Sentence(
        "Danh mục chưa đọc xong; câu hỏi đầu tiên về tổng quan sẽ chờ.", "The portfolio is not read yet; the first question about it waits."));

    private Finding Queue() => work.Waiting < ManyWaiting ? Finding.Well("queue") : new Finding("queue", Standing.Ailing, new Sentence(
        "Nhiều bản ghi đang chờ đĩa; đĩa hoặc cơ sở dữ liệu chậm.", "Many appends wait for the disk; the disk or the database is slow."));

    private Finding Life() => !lifetime.ApplicationStopping.IsCancellationRequested ? Finding.Well("process")
        : new Finding("process", Standing.Down, new Sentence("Chương trình đang dừng.", "The program is stopping."));
}
