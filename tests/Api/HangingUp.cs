using CityGrains.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace CityGrains.Api.Tests;

public class HangingUp
{
    [Fact]
    public async Task Whoever_hangs_up_while_a_problem_is_told_leaves_no_failure_behind()
    {
        using var gone = new CancellationTokenSource();
        await using var wire = new CutWire(gone);
        var http = new DefaultHttpContext { RequestAborted = gone.Token, Response = { Body = wire } };

        Assert.True(await new UnhandledExceptions(NullLogger<UnhandledExceptions>.Instance).TryHandleAsync(http, new BadHttpRequestException("Unexpected end of request content."), CancellationToken.None));
        Assert.True(gone.IsCancellationRequested);
    }

    /// <summary>A connection that is cut when something is written.</summary>
    private sealed class CutWire(CancellationTokenSource cut) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await cut.CancelAsync();
            cut.Token.ThrowIfCancellationRequested();
        }
    }
}
