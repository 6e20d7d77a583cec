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
    private const int Ended = 0, CannotServe = 1, WrongOptions = 2;

    /// <summary>Serves until told to stop. What is wrong with how it was started is one sentence in each language, never a stack trace.</summary>
    public static async Task<int> Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var (settings, misread) = CommandLine.Read(args);
        var configuration = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddInMemoryCollection(settings).Build();
        var (options, wrong) = ApiOptions.From(configuration);
        var set = Environment.GetEnvironmentVariable(AdminKey.Variable) is { Length: > 0 } key ? key : null;
        if ((misread ?? wrong ?? (set is null ? null : AdminKey.WrongWith(set))) is { } sentence) return Say(error, sentence, WrongOptions);

        try
        {
            return await Serve(options!, set, output, error);
        }
        catch (Exception cause) when (cause is DataDirectoryException or StoreIsNewerException or JournalUnavailableException or FormatException)
        {
            await error.WriteLineAsync(cause.Message);
            return CannotServe;
        }
        catch (IOException cause) when (cause.InnerException is AddressInUseException)
        {
            return Say(error, new Sentence(
                $"Cổng {options!.Port} đang được chương trình khác dùng; chọn cổng khác bằng --port.",
                $"Port {options.Port} is in use by another program; choose another with --port."), CannotServe);
        }
    }

    private static async Task<int> Serve(ApiOptions options, string? set, TextWriter output, TextWriter error)
    {
        await using var node = await Node.Open(options.ToSilo());
        await using var app = ApiHost.Build(options, node);
        var time = app.Services.GetRequiredService<TimeProvider>();
        var made = await new AdminKey(node.Store.Keys, time).Ensure(set, options.Data);
        var second = await new ApproverKey(node.Store.Keys, time).Ensure(options.Data);
        await Start(app);
        if (made is not null) await error.WriteLineAsync($"admin key (shown once, kept in {Path.Combine(options.Data, AdminKey.FileName)}): {made}");
        if (made is not null) await error.WriteLineAsync($"sign in by browser, once, within an hour: {await FirstLink(app, made)}");
        if (second is not null) await error.WriteLineAsync($"approver key (shown once, kept in {Path.Combine(options.Data, ApproverKey.FileName)}): {second}");
        if (options.Sample) await LoadSample(app, options, set, error);
        await output.WriteLineAsync($"ready {app.Urls.Single()} runtime={About.Runtime} store={node.Options.StoreName}");
        await app.WaitForShutdownAsync();
        return Ended;
    }

    private static async Task<string> FirstLink(WebApplication app, string key) =>
        app.Urls.Single() + (await app.Services.GetRequiredService<SignInLinks>().Make(ApiKey.Hash(key), SignInLinks.FirstLife)).Path;

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

    private static async Task LoadSample(WebApplication app, ApiOptions options, string? set, TextWriter error)
    {
        var key = set ?? await KeyFile.Read(Path.Combine(options.Data, AdminKey.FileName));
        var approver = await KeyFile.Read(Path.Combine(options.Data, ApproverKey.FileName));
        var stopping = app.Lifetime.ApplicationStopping;
        if (await Sample.Load(Path.Combine(AppContext.BaseDirectory, "samples"), app.Services.GetRequiredService<Journal.Rows.IRows>(), new Uri(app.Urls.Single()), key, approver, stopping) is { } not)
            Say(error, not, Ended);
    }

    private static int Say(TextWriter error, Sentence sentence, int code)
    {
        error.WriteLine(sentence.En);
        error.WriteLine(sentence.Vi);
        return code;
    }
}
