using System.Globalization;
using System.Text;

namespace CityGrains.Bench;

/// <summary>The commands that are measured: a legacy agreement, and progress that is reported of it.</summary>
internal static class Agreements
{
    /// <summary>The id of the n-th.</summary>
    public static string Id(int n) => string.Create(CultureInfo.InvariantCulture, $"bench-{n:D5}");

    /// <summary>Registers so many, over some connections at once.</summary>
    public static async Task Register(IReadOnlyList<Connection> connections, int count)
    {
        var next = -1;
        await Task.WhenAll(connections.Select(async connection =>
        {
            for (var n = Interlocked.Increment(ref next); n < count; n = Interlocked.Increment(ref next))
                await Post(connection, $"{Id(n)}/register-legacy", Legacy(n));
        }));
    }

    /// <summary>Reports progress of the n-th.</summary>
    public static Task Report(Connection connection, int n) =>
        Post(connection, $"{Id(n)}/report-progress", """{"percent": 40, "summary": "Đoàn thứ nhất đã sang dạy, đoàn thứ hai đang chuẩn bị"}""");

    private static async Task Post(Connection connection, string path, string body)
    {
        var (status, answer) = await connection.Ask("POST", $"/api/v1/agreements/{path}", body);
        if (status is < 200 or > 299) throw new InvalidOperationException($"{path} was answered {status}: {Encoding.UTF8.GetString(answer.Span)}");
    }

    private static string Legacy(int n) => """
        {"kind": "sister-city", "title": {"vi": "Quan hệ kết nghĩa số #"}, "office": "Sở Ngoại vụ Đà Nẵng", "state": "InEffect", "signedOn": "1994",
         "parties": [{"name": "Đà Nẵng", "type": "city", "country": "Việt Nam", "city": "vn-da-nang"}, {"name": "Kawasaki", "type": "city", "country": "Nhật Bản"}],
         "source": {"title": "Danh sách quan hệ kết nghĩa", "reference": "dòng 12"}}
        """.Replace("#", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
