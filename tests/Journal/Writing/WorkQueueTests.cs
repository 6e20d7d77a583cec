using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Tests.Writing;

public class WorkQueueTests
{
    [Fact]
    public async Task A_full_queue_makes_callers_wait_until_there_is_room()
    {
        var queue = new WorkQueue(capacity: 2);
        await queue.Add(new Work(1), CancellationToken.None);
        await queue.Add(new Work(2), CancellationToken.None);
        var third = queue.Add(new Work(3), CancellationToken.None).AsTask();
        Assert.False(third.IsCompleted);

        Assert.Equal([1, 2], Taken(queue));
        await third;
        Assert.Equal([3], Taken(queue));
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_nothing_behind()
    {
        var queue = new WorkQueue(capacity: 1);
        await queue.Add(new Work(1), CancellationToken.None);
        using var patience = new CancellationTokenSource();
        var second = queue.Add(new Work(2), patience.Token).AsTask();

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal([1], Taken(queue));
        await queue.Add(new Work(3), CancellationToken.None);
        Assert.Equal([3], Taken(queue));
    }

    [Fact]
    public async Task Work_is_handed_out_in_order_and_at_most_so_much_at_once()
    {
        var queue = new WorkQueue(capacity: 10);
        for (var i = 1; i <= 5; i++) await queue.Add(new Work(i), CancellationToken.None);
        Assert.Equal([1, 2, 3], Taken(queue, most: 3));
        Assert.Equal([4, 5], Taken(queue, most: 3));
    }

    [Fact]
    public async Task A_closed_queue_hands_out_what_it_has_and_takes_nothing_more()
    {
        var queue = new WorkQueue(capacity: 1);
        await queue.Add(new Work(1), CancellationToken.None);
        var waiting = Enumerable.Range(2, 3).Select(i => queue.Add(new Work(i), CancellationToken.None).AsTask()).ToList();

        queue.Close();

        Assert.Equal([1], Taken(queue));
        foreach (var late in waiting) await Assert.ThrowsAsync<JournalUnavailableException>(() => late);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => queue.Add(new Work(9), CancellationToken.None).AsTask());
        Assert.Empty(Taken(queue));
    }

    private static List<int> Taken(WorkQueue queue, int most = 100)
    {
        var taken = new List<Pending>();
        queue.Take(taken, most);
        return [.. taken.Cast<Work>().Select(work => work.Number)];
    }

    private sealed class Work(int number) : Pending
    {
        public int Number => number;

        public override void Acknowledge()
        {
        }

        public override void Fail(Exception reason)
        {
        }
    }
}
