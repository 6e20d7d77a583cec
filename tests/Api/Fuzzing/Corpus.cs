using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Tests;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>Every input that once broke something is sent again.</summary>
public sealed class Corpus(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<string> Entries => [.. CorpusEntry.Names];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task What_once_broke_something_breaks_nothing(string entry)
    {
        using var line = new Line(server.Url);
        Assert.Null(await CorpusEntry.Read(entry).Replay(line, Keys(server)));
    }

    internal static Dictionary<string, string?> Keys(ApiServer server) =>
        new(StringComparer.Ordinal) { ["admin"] = server.AdminKey, ["approver"] = server.ApproverKey, ["nobody"] = null, ["stranger"] = ApiKey.Create() };
}

/// <summary>The same on PostgreSQL, whose texts and numbers have other bounds.</summary>
public sealed class CorpusOnPostgres(PostgresCluster cluster)
{
    [Fact]
    public async Task What_once_broke_something_breaks_nothing()
    {
        await using var server = new ApiServer(_ => { }, await cluster.NewDatabase());
        await server.InitializeAsync();
        using var line = new Line(server.Url);
        var wrong = new List<string>();
        foreach (var entry in CorpusEntry.Names)
        {
            if (await CorpusEntry.Read(entry).Replay(line, Corpus.Keys(server)) is { } told) wrong.Add($"{entry}: {told}");
        }

        Assert.Empty(wrong);
    }
}
