using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CityGrains.Api.Limits;

namespace CityGrains.Api.Tests.Limits;

public class Refusals
{
    private const string Head = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\nDate: Sun, 15 Mar 2026 05:00:00 GMT\r\n\r\n";

    [Fact]
    public async Task What_the_web_server_refuses_by_itself_is_told_wherever_on_a_long_connection_it_lies()
    {
        for (var before = 0; before < 300; before++)
        {
            var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 128));
            var writer = new RefusalWriter(pipe.Writer, "0HN");
            writer.Write(new byte[before]);
            writer.Write(Encoding.ASCII.GetBytes(Head));
            await writer.CompleteAsync();
            var written = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
            Assert.Contains("\"code\":\"request/bad-request\"", Encoding.UTF8.GetString(written.Buffer.ToArray()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 12\r\n\r\n")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\n\r\n")]
    [InlineData("HTTP/1.1 4")]
    [InlineData("")]
    public void What_this_program_answers_goes_out_as_it_is(string head) => Assert.Null(ServerRefusals.Tell(Encoding.ASCII.GetBytes(head), "0HN"));
}
