using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Work that is no append, in a transaction of its own.</summary>
internal sealed class PendingStep(Action<Connection> step) : Pending
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it is on disk.</summary>
    public Task Done => _done.Task;

    /// <summary>Does it.</summary>
    public void Run(Connection connection) => step(connection);

    /// <inheritdoc/>
    public override void Acknowledge() => _done.SetResult();

    /// <inheritdoc/>
    public override void Fail(Exception reason) => _done.SetException(reason);
}
