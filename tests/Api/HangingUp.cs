using System.Net.Sockets;
using System.Text;
using CityGrains.Api.Problems;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Api.Tests.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task A_body_that_breaks_off_is_told_and_ends_the_connection_in_order()
    {
        var said = new Listening();
        await using var server = new ApiServer(services => services.AddLogging(logging => logging.ClearProviders().AddProvider(said)));
        await server.InitializeAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port, TestContext.Current.CancellationToken);
        await client.Client.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/cities HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.AdminKey}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);

        var answer = await new StreamReader(client.GetStream()).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(said.Lines, line => line.Contains("ended abnormally", StringComparison.Ordinal));
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
