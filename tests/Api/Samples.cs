using CityGrains.Api.Startup;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class Samples
{
    [Fact]
    public async Task Fill_an_empty_store_once()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();
        using var folder = Folder("""{"post": "/api/v1/cities", "body": {"name": "Sơn La", "country": "VN"}}""",
            """{"post": "/api/v1/cities/vn-son-la/rename", "body": {"name": "Tô Hiệu"}}""");

        Assert.Null(await Load(server, folder));
        Assert.Equal(["vn-son-la"], (await server.Admin.Get("/api/v1/cities?q=to+hieu")).Ids);
        Assert.Contains("records already", (await Load(server, folder))!.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_at_the_line_that_is_refused_and_say_why()
    {
        await using var server = new ApiServer();
        await server.InitializeAsync();
        using var folder = Folder("""{"post": "/api/v1/cities/vn-none/rename", "body": {"name": "Tô Hiệu"}}""");

        var sentence = (await Load(server, folder))!;

        Assert.Contains("cities.jsonl, line 1", sentence.En, StringComparison.Ordinal);
        Assert.Contains("city/not-found", sentence.Vi, StringComparison.Ordinal);
    }

    private static Task<Domain.Record.Sentence?> Load(ApiServer server, DataFolder folder) =>
        Sample.Load(folder.Path, server.Store.Rows, server.Url, server.AdminKey, server.ApproverKey, TestContext.Current.CancellationToken);

    private static DataFolder Folder(params string[] lines)
    {
        var folder = new DataFolder();
        Directory.CreateDirectory(folder.Path);
        File.WriteAllLines(folder.File("cities.jsonl"), lines);
        return folder;
    }
}
