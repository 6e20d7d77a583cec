using System.Globalization;

namespace CityGrains.Torture;

/// <summary>What one client sends: it begins records of its own, goes on with them, and now and then with one that all clients write to.</summary>
internal sealed class Work(int seed, int round, int client)
{
    /// <summary>Records that all clients write to.</summary>
    public const int Shared = 3;

    private const string Source = """ "source": {"title": "Danh mục đơn vị hành chính"} """;

    private readonly Random _random = new(HashCode.Combine(seed, round, client));
    private int _cities;
    private int _indicators;

    /// <summary>What begins the shared records, sent before anything else.</summary>
    public static IEnumerable<Command> Begin => Enumerable.Range(0, Shared).Select(i => Command(
        new Guid(i, 0, 7, [8, 0, 0, 0, 0, 0, 0, 0]), "/api/v1/cities", $$"""{"id": "chung-{{i}}", "name": "Chung {{i}}", "country": "VN", {{Source}}}"""));

    /// <summary>Decides something by chance.</summary>
    public bool Chance(double part) => _random.NextDouble() < part;

    /// <summary>The next command.</summary>
    public Command Next() => _random.Next(10) switch
    {
        < 2 => Register(),
        < 4 => Propose(),
        < 5 => Legacy(),
        < 7 => Measure($"chung-{_random.Next(Shared)}"),
        _ when _cities > 0 => Measure(City(_random.Next(_cities))),
        _ => Register(),
    };

    private Command Register()
    {
        var id = City(_cities++);
        return Command("/api/v1/cities", $$"""{"id": "{{id}}", "name": "Thành phố {{id}}", "country": "VN", {{Source}}}""");
    }

    /// <summary>The server gives the number, so that clients contend for it.</summary>
    private Command Propose() => Command("/api/v1/agreements", $$"""
        {"kind": "mou", "title": {"vi": "Bản ghi nhớ {{round}}-{{client}}-{{_random.Next()}}"}, "office": "Sở Ngoại vụ", "proposer": "UBND tỉnh",
         "parties": [{"name": "Sơn La", "type": "province", "country": "VN"}, {"name": "Luang Prabang", "type": "province", "country": "LA"}]}
        """);

    private Command Legacy() => Command(
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/agreements/cu-{round}-{client}-{_random.Next()}/register-legacy"), $$"""
        {"kind": "sister-city", "title": {"vi": "Kết nghĩa {{round}}-{{client}}"}, "office": "Sở Ngoại vụ", "state": "InEffect", "signedOn": "1994",
         "parties": [{"name": "Đà Nẵng", "type": "city", "country": "VN"}, {"name": "Kawasaki", "type": "city", "country": "JP"}], {{Source}}}
        """);

    private Command Measure(string city) => Command(
        $"/api/v1/cities/{city}/record-indicator", $$"""
        {"name": "Chỉ số {{round}}-{{client}}-{{_indicators++}}", "value": {{_random.Next(1000)}}, "unit": "người", "qualifier": "exact", "asOf": "2024", {{Source}}}
        """);

    private string City(int number) => string.Create(CultureInfo.InvariantCulture, $"tp-{round}-{client}-{number}");

    private Command Command(string path, string body)
    {
        var key = new byte[16];
        _random.NextBytes(key);
        return Command(new Guid(key), path, body);
    }

    private static Command Command(Guid key, string path, string body) => new(key, path, body);
}
