using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Startup;

/// <summary>Fills an empty store with the records under <c>samples/</c>, each sent as a request like any other.</summary>
internal static class Sample
{
    /// <summary>Sends every line <c>{"post": "/api/v1/…", "body": {…}}</c> of every file, in order of name; the sentence says why it did not.</summary>
    /// <param name="folder">Folder of the <c>*.jsonl</c> files.</param>
    /// <param name="rows">The store's rows.</param>
    /// <param name="server">Where the program listens.</param>
    /// <param name="key">A key with all roles.</param>
    /// <param name="approver">A second key, for what an approver does: who proposed may not approve.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Sentence?> Load(string folder, IRows rows, Uri server, string? key, string? approver, CancellationToken cancel)
    {
        if (await rows.Summary(cancel) is not { Agreements: 0, Cities: 0 }) return new Sentence(
            "--sample: kho dữ liệu đã có bản ghi, nên dữ liệu mẫu không được nạp.", "--sample: the store has records already, so the sample was not loaded.");
        if (key is null) return new Sentence(
            "--sample: không có khóa quản trị trong admin.key, nên dữ liệu mẫu không được nạp.",
            "--sample: admin.key holds no admin key, so the sample was not loaded.");

        if (approver is null) return new Sentence(
            "--sample: không có khóa phê duyệt trong approver.key, nên dữ liệu mẫu không được nạp.",
            "--sample: approver.key holds no key, so the sample was not loaded.");

        if (!Directory.Exists(folder)) return new Sentence($"--sample: không có thư mục {folder}.", $"--sample: there is no folder {folder}.");

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server };
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var number = 0;
            await foreach (var line in File.ReadLinesAsync(file, cancel))
            {
                number++;
                if (line.Length > 0 && await Send(client, key, approver, line, cancel) is { } answer) return Stopped(Path.GetFileName(file), number, answer);
            }
        }

        return null;
    }

    /// <summary>What the server answered, if it was no success.</summary>
    private static async Task<string?> Send(HttpClient client, string key, string approver, string line, CancellationToken cancel)
    {
        using var record = JsonDocument.Parse(line);
        var path = record.RootElement.GetProperty("post").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(record.RootElement.GetProperty("body").GetRawText(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", IsApproval(path) ? approver : key);
        using var answer = await client.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? null : await answer.Content.ReadAsStringAsync(cancel);
    }

    private static bool IsApproval(string path) =>
        AgreementVerbs.All.Any(verb => verb.Role == Role.Approver && path.EndsWith($"/{verb.Name}", StringComparison.Ordinal));

    private static Sentence Stopped(string file, int line, string answer) => new(
        $"--sample: dừng ở {file}, dòng {line}: {answer}", $"--sample: stopped at {file}, line {line}: {answer}");
}
