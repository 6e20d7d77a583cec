using System.Net;
using System.Net.Sockets;
using CityGrains.Cli.Record;
using CityGrains.Domain.Record;
using CityGrains.Journal.Verification;

namespace CityGrains.Cli.Tests;

/// <summary>What an operator reads, and the exit code a timer goes by.</summary>
public sealed class SaidToOperators
{
    private static readonly Finding Changed = new(VerifiedPart.Events, "city/vn-vinh", 2, 7, new Sentence("Bị sửa.", "It was changed."));

    [Theory]
    [InlineData("verify", "--dta", "x")]
    [InlineData("verify", "--export")]
    [InlineData("backup")]
    [InlineData("nothing-of-the-kind")]
    public void A_mistyped_command_is_not_taken_for_a_damaged_record(params string[] typed) =>
        Assert.Equal(Attempt.NotDone, typeof(Attempt).Assembly.EntryPoint!.Invoke(null, [typed]));

    [Theory]
    [InlineData(1, 1, 1, "intact: 1 event in 1 stream, seals hold")]
    [InlineData(9, 2, 9, "intact: 9 events in 2 streams, seals hold")]
    [InlineData(9, 2, 7, "intact: 9 events in 2 streams, seals hold; the latest checkpoint covers the first 7 / ")]
    [InlineData(9, 2, 0, "intact: 9 events in 2 streams, seals hold; NO checkpoint covers any of them, so that they may have been rewritten / ")]
    [InlineData(0, 0, 0, "intact: 0 events in 0 streams, seals hold")]
    public void The_verdict_says_how_far_the_record_is_signed(long events, long streams, long covered, string said) =>
        Assert.StartsWith(
            said, FindingLines.Verdict(new VerificationReport(events, streams, [], 0) { Covered = covered }, "seals hold"), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "NOT intact: 1 finding in 9 events; ")]
    [InlineData(2, "NOT intact: 2 findings in 9 events; ")]
    public void What_is_wrong_is_counted(long count, string said) =>
        Assert.StartsWith(said, FindingLines.Verdict(new VerificationReport(9, 2, [Changed], count), "seals hold"), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_cannot_be_read_is_told_in_both_languages()
    {
        var folder = Assert.Throws<IOException>(() => GivenFile.Open(new FileInfo(Path.GetTempPath().TrimEnd('/'))));
        Assert.Contains("is a folder", folder.Message, StringComparison.Ordinal);
        var gone = Assert.Throws<IOException>(() => GivenFile.Open(new FileInfo(Path.Combine(Path.GetTempPath(), "no", "such.jsonl"))));
        Assert.Contains("There is no file", gone.Message, StringComparison.Ordinal);
        Assert.Contains("Không có tệp", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_breaks_off_is_told_in_both_languages()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var server = new ServedStore(new Uri($"http://{listener.LocalEndpoint}"), "cg_key");
        var asked = server.Send(HttpMethod.Get, "/api/v1/audit/verify", CancellationToken.None);
        using (var connection = await listener.AcceptSocketAsync())
        {
            Assert.NotEqual(0, await connection.ReceiveAsync(new byte[1000]));
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"u8.ToArray());
        }

        var told = await Assert.ThrowsAsync<HttpRequestException>(() => asked);
        Assert.Contains("broke off", told.Message, StringComparison.Ordinal);
        Assert.Contains("ngắt kết nối giữa chừng", told.Message, StringComparison.Ordinal);
    }
}
