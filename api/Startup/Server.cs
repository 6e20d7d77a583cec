using CityGrains.Api.Access;
using CityGrains.Api.Access.SignIn;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Silo;
using Microsoft.AspNetCore.Connections;

namespace CityGrains.Api.Startup;

/// <summary>The program from its first argument to its exit code.</summary>
public static class Server
{
    private const int Ended = 0, CannotServe = 1, WrongSettings = 2;

    /// <summary>
    /// Serves until told to stop. What is wrong with how it was started is told at once, all of it, a sentence in each language, never a stack trace.
    /// </summary>
    public static async Task<int> Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (args is [SettingsInForce.Verb, SettingsInForce.Table])
        {
            await output.WriteAsync(SettingsInForce.Markdown());
            return Ended;
        }

        var listsSettings = args is [SettingsInForce.Verb, ..];
        var (configuration, misread) = SettingSources.Read(listsSettings ? [.. args.Skip(1)] : args);
        var (options, wrong) = ApiOptions.From(configuration);
        if (listsSettings) await SettingsInForce.Write(configuration, output);
        foreach (var fault in misread.Concat(wrong)) Say(error, fault);
        if (misread.Count + wrong.Count > 0) return WrongSettings;
        if (listsSettings) return Ended;

        try
        {
            return await Serve(options, configuration, output, error);
        }
        catch (Exception cause) when (cause is DataDirectoryException or ClusterAddressException or StoreIsNewerException
            or JournalUnavailableException or FormatException)
        {
            await error.WriteLineAsync(cause.Message);
            return CannotServe;
        }
        catch (IOException cause) when (cause.InnerException is AddressInUseException)
        {
            Say(error, new Sentence(
                $"Cổng {options.Port} đang được chương trình khác dùng; chọn cổng khác bằng --port.",
                $"Port {options.Port} is in use by another program; choose another with --port."));
            return CannotServe;
        }
        catch (System.Net.Sockets.SocketException cause)
        {
            Say(error, new Sentence(
                $"Không lắng nghe được ở {options.Listen}, cổng {options.Port}: {cause.Message}. Chọn địa chỉ khác bằng --listen, cổng khác bằng --port.",
                $"{options.Listen}, port {options.Port}, cannot be listened on: {cause.Message}. Choose another address with --listen, another port with --port."));
            return CannotServe;
        }
    }

    private static async Task<int> Serve(ApiOptions options, IConfiguration configuration, TextWriter output, TextWriter error)
    {
        await using var node = await Node.Open(options.ToSilo());
        await using var app = ApiHost.Build(options, node, configuration: configuration);
        var time = app.Services.GetRequiredService<TimeProvider>();
        var made = await new AdminKey(node.Store.Keys, time).Ensure(options.AdminKey, options.Data);
        var second = await new ApproverKey(node.Store.Keys, time).Ensure(options.Data);
        await Start(app);
        var keys = new FirstKeys(options.Data, options.ShowsKeys);
        foreach (var line in await keys.Lines(made, key => FirstLink(app, key), second)) await error.WriteLineAsync(line);
        if (options.Sample) await LoadSample(app, options, error);
        if (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
            await output.WriteLineAsync($"ready {app.Urls.Single()} runtime={About.Runtime} store={node.Options.StoreName}");
        await app.WaitForShutdownAsync();
        return Ended;
    }

    private static async Task<string> FirstLink(WebApplication app, string key) =>
        Near(app).GetLeftPart(UriPartial.Authority) + (await app.Services.GetRequiredService<SignInLinks>().Make(ApiKey.Hash(key), SignInLinks.FirstLife)).Path;

    /// <summary>How this machine itself reaches it: one that listens on every address is reached on loopback.</summary>
    private static Uri Near(WebApplication app)
    {
        var url = new UriBuilder(app.Urls.Single());
        if (url.Host is "0.0.0.0" or "[::]") url.Host = "127.0.0.1";
        return url.Uri;
    }

    /// <summary>What had started when the rest could not is stopped in order.</summary>
    private static async Task Start(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    private static async Task LoadSample(WebApplication app, ApiOptions options, TextWriter error)
    {
        var key = options.AdminKey ?? await KeyFile.Read(Path.Combine(options.Data, AdminKey.FileName));
        var approver = await KeyFile.Read(Path.Combine(options.Data, ApproverKey.FileName));
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            if (await Sample.Load(Path.Combine(AppContext.BaseDirectory, "samples"), app.Services.GetRequiredService<Journal.Rows.IRows>(), Near(app), key,
                approver, stopping) is { } not)
                Say(error, not);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Say(error, new Sentence(
                "--sample: được lệnh dừng khi chưa nạp xong; muốn có đủ dữ liệu mẫu, bắt đầu lại với một thư mục trống.",
                "--sample: told to stop before all of it was loaded; for the whole sample, start again on an empty folder."));
        }
    }

    private static void Say(TextWriter error, Sentence sentence)
    {
        error.WriteLine(sentence.En);
        error.WriteLine(sentence.Vi);
    }
}
