using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Api.Imports;
using CityGrains.Api.Startup;
using CityGrains.Journal;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Rows;
using CityGrains.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CityGrains.Api.Tests.Imports;

/// <summary>The API over real HTTP on a real store in its own folder, spoken to by an officer of one office.</summary>
internal sealed class ImportHost : IAsyncDisposable
{
    public const string Office = "Sở Ngoại vụ Sơn La";

    private readonly WebApplication _app;
    private readonly Node _node;

    private ImportHost(WebApplication app, Node node, string key)
    {
        (_app, _node) = (app, node);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(5) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public HttpClient Client { get; }

    public IRows Rows => _node.Store.Rows;

    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public IJournal Journal => _node.Store.Journal;

    public string Folder => _node.Options.DataDirectory;

    /// <summary>Starts one.</summary>
    /// <param name="limits">How large files may be; null: as usual.</param>
    /// <param name="roles">Roles of the one who speaks to it; null: officer.</param>
    /// <param name="prepare">Fills the data folder first.</param>
    public static async Task<ImportHost> Start(ImportLimits? limits = null, IReadOnlyList<string>? roles = null, Action<string>? prepare = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), "citygrains-import-" + Guid.NewGuid().ToString("N"));
        var options = new ApiOptions(Port: 0, folder, Store: null, Sample: false);
        Directory.CreateDirectory(options.Data);
        prepare?.Invoke(options.Data);
        var node = await Node.Open(options.ToSilo());
        var key = ApiKey.Create();
        await node.Store.Keys.Save(new StoredKey("Nguyễn Văn A", ApiKey.Hash(key), roles ?? [Role.Officer], Office, TimeProvider.System.GetUtcNow()));
        var app = ApiHost.Build(options, node, services =>
        {
            if (limits is not null) services.AddSingleton(limits);
        });
        await app.StartAsync();
        return new ImportHost(app, node, key);
    }

    /// <summary>Sends a text as a file.</summary>
    public Task<ImportAnswer> Import(string csv, string map = "agreements", string more = "") => Import(Encoding.UTF8.GetBytes(csv), map, more);

    /// <summary>Sends the bytes of a file.</summary>
    public Task<ImportAnswer> Import(byte[] file, string map = "agreements", string more = "") => Import(new ByteArrayContent(file), map, more);

    /// <summary>Sends a file.</summary>
    public async Task<ImportAnswer> Import(HttpContent content, string map = "agreements", string more = "")
    {
        content.Headers.ContentType = new("text/csv");
        using var response = await Client.PostAsync(new Uri($"/api/v1/imports?map={map}&file=test.csv{more}", UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        var isReport = response.Content.Headers.ContentType?.MediaType == "application/x-ndjson";
        return new ImportAnswer((int)response.StatusCode, [.. (isReport ? text.TrimEnd().Split('\n') : [text]).Select(line => JsonElement.Parse(line))]);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _node.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>What the route answered: lines of JSON, or one problem.</summary>
internal sealed record ImportAnswer(int Status, IReadOnlyList<JsonElement> Lines)
{
    private static readonly string[] Counts = ["accepted", "duplicate", "refused", "unchanged"];

    /// <summary>Status and code of the problem, and its English text.</summary>
    public (int Status, string Code, string Text) Problem =>
        (Status, Lines.Single().GetProperty("code").GetString()!, Lines.Single().GetProperty("en").GetString()!);

    /// <summary>As <c>accepted 1 duplicate 0 refused 0 unchanged 0</c>; else what was answered instead.</summary>
    public string Summary => Lines[^1].TryGetProperty("summary", out var summary)
        ? string.Join(' ', Counts.Select(count => $"{count} {summary.GetProperty(count)}"))
        : Lines[^1].ToString();

    public int Cities => Lines[^1].GetProperty("summary").GetProperty("cities").GetInt32();

    /// <summary>The rows that ended so.</summary>
    public IReadOnlyList<JsonElement> Rows(string outcome) =>
    [
        .. Lines.Where(line => line.TryGetProperty("row", out var row) && row.GetProperty("outcome").GetString() == outcome)
            .Select(line => line.GetProperty("row")),
    ];
}
