using System.Buffers;
using System.IO.Pipelines;

namespace CityGrains.Api.Limits;

/// <summary>What goes out on a connection, looked at where a head may begin.</summary>
internal sealed class RefusalWriter(PipeWriter inner, string trace) : PipeWriter
{
    /// <summary>Room for any head the web server writes by itself, so that it lies in one piece.</summary>
    private const int LongestHead = 512;

    private Memory<byte> _given;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _given = inner.GetMemory(Math.Max(sizeHint, LongestHead));

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (ServerRefusals.Tell(_given.Span[..bytes], trace) is { } told) inner.Write(told);
        else inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
}
