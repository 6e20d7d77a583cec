using CityGrains.Api.Problems;
using CityGrains.Api.Tests.Limits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
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

    [Fact]
    public async Task A_connection_that_is_reset_in_the_middle_of_a_body_is_no_failure_of_the_program()
    {
        var said = new Listening();
        using var logging = LoggerFactory.Create(logs => logs.AddProvider(said));
        var http = new DefaultHttpContext();

        Assert.True(await new UnhandledExceptions(logging.CreateLogger<UnhandledExceptions>()).TryHandleAsync(http, new ConnectionResetException("Connection reset by peer"), CancellationToken.None));

        Assert.Equal(499, http.Response.StatusCode);
        Assert.Empty(said.Lines);
    }

    [Fact]
    public async Task After_a_request_that_could_not_be_read_nobody_looks_for_another_on_that_connection()
    {
        var http = new DefaultHttpContext();
        Assert.True(await new UnhandledExceptions(NullLogger<UnhandledExceptions>.Instance).TryHandleAsync(http, new BadHttpRequestException("Bad chunk size data."), CancellationToken.None));
        Assert.Equal((400, "close"), (http.Response.StatusCode, http.Response.Headers.Connection.ToString()));
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
