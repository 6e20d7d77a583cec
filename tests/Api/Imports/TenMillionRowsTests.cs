using System.Net;
using System.Text;

namespace CityGrains.Api.Tests.Imports;

/// <summary>A file far larger than allowed, made while it is sent.</summary>
public sealed class TenMillionRowsTests
{
    [Fact]
    public async Task Ten_million_rows_get_a_clear_answer_and_memory_stays_flat()
    {
        await using var host = await ImportHost.Start();
        using var rows = new ManyRows(10_000_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var (status, code, text) = (await host.Import(rows, "twin-cities")).Problem;

        Assert.Equal((413, "import/too-many-rows"), (status, code));
        Assert.Contains("500000", text, StringComparison.Ordinal);
        Assert.InRange(rows.MostMemory - before, long.MinValue, 100L * 1024 * 1024);
        Assert.Equal(0, (await host.Rows.Summary()).Cities);
    }

    private sealed class ManyRows(int count) : HttpContent
    {
        private static readonly byte[] Header = Encoding.UTF8.GetBytes("city1,country1,lat1,lng1,city2,country2,lat2,lng2\n");
        private static readonly byte[] Block = [.. Enumerable.Repeat("A,VN,1,2,B,LA,3,4\n"u8.ToArray(), 1000).SelectMany(row => row)];

        public long MostMemory { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Header);
            for (var sent = 0; sent < count; sent += 1000)
            {
                await stream.WriteAsync(Block);
                if (sent % 1_000_000 == 0) MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: true)); // what is held; other tests leave garbage meanwhile
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
