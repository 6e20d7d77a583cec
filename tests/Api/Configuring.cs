using CityGrains.Api.Startup;
using CityGrains.Api.Tests.Hosting;
using Microsoft.Extensions.Configuration;

namespace CityGrains.Api.Tests;

/// <summary>What can be set, and what is said of what is set wrong.</summary>
public class Configuring
{
    private static readonly Dictionary<string, string?> Wrong = new(StringComparer.Ordinal)
    {
        ["CityGrains:Port"] = "70000", ["CityGrains:Listen"] = "everywhere", ["CityGrains:Proxies"] = "10.0.0.0/33", ["CityGrains:PlainHttp"] = "perhaps",
        ["CityGrains:Store"] = "Password=hidden;Hots=x",
        ["CityGrains:Sample"] = "some", ["CITYGRAINS_ADMIN_KEY"] = "hidden", ["CityGrains:Source"] = "a b", ["CityGrains:Limits:PerKey"] = "many",
        ["CityGrains:Limits:HeaderBytes"] = "12",
        ["CityGrains:Imports:MaxRows"] = "0", ["CityGrains:Imports:MaxMegabytes"] = "99999999999", ["CityGrains:Oidc:Issuer"] = "http://login.example",
        ["CityGrains:Oidc:Roles:staff"] = "king",
        ["CityGrains:Webhooks:Attempts"] = "0", ["CityGrains:Digest:At"] = "7h", ["CityGrains:Smtp:Port"] = "-1", ["CityGrains:Smtp:Host"] = "mail.example",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector",
        ["Logging:LogLevel:Default"] = "Loud", ["CityGrains:Limits:PreKey"] = "5",
    };

    [Fact]
    public void Everything_that_is_set_wrong_is_named_at_once_in_both_languages_and_no_secret_is_repeated()
    {
        var (_, faults) = ApiOptions.From(new ConfigurationBuilder().AddInMemoryCollection(Wrong).Build());

        var named = Wrong.Keys.Except(["CityGrains:Smtp:Host"]).Concat(["CityGrains:Smtp:From", "CityGrains:Oidc:Audience"])
            .Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        string Name(string sentence) => sentence.Split(' ').First(word => word.Contains('_', StringComparison.Ordinal)).TrimEnd(';');
        Assert.Equal(named, faults.Select(fault => Name(fault.En)).Order(StringComparer.Ordinal));
        Assert.All(faults, fault => Assert.Contains(Name(fault.En), fault.Vi, StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => (fault.En + fault.Vi).Contains("hidden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_that_cannot_be_meant_so_starts_nothing()
    {
        using var folder = new DataFolder();
        var data = Path.Combine(folder.Path, "data");
        using var error = new StringWriter();
        var code = await Server.Run(["--data", data, "--port", "x", "--lisen", "::", "--listen", "0.0.0.0", "--config", Path.Combine(folder.Path, "none.json")],
            TextWriter.Null, error);

        Assert.Equal(2, code);
        Assert.All((string[])["CityGrains__Port (--port)", "--lisen", "CityGrains__Listen (--listen) 0.0.0.0", "none.json"],
            name => Assert.Contains(name, error.ToString(), StringComparison.Ordinal));
        Assert.False(Directory.Exists(data));
    }

    [Theory]
    [InlineData("CityGrains:Proxies", "192.0.2.7")]
    [InlineData("CityGrains:PlainHttp", "true")]
    public void Another_address_than_loopback_needs_a_proxy_or_a_plain_word(string name, string value)
    {
        Dictionary<string, string?> open = new(StringComparer.Ordinal) { ["CityGrains:Listen"] = "0.0.0.0" };
        Assert.Single(ApiOptions.From(new ConfigurationBuilder().AddInMemoryCollection(open).Build()).Faults);
        Assert.Empty(ApiOptions.From(new ConfigurationBuilder().AddInMemoryCollection([.. open, new(name, value)]).Build()).Faults);
    }

    [Fact]
    public async Task A_file_of_settings_is_read_and_what_holds_is_listed_without_secrets()
    {
        using var folder = new DataFolder();
        var file = Path.Combine(Directory.CreateDirectory(folder.Path).FullName, "settings.json");
        await File.WriteAllTextAsync(file, """{"CityGrains": {"Smtp": {"Host": "mail.example", "From": "a@b.vn", "Password": "hidden"}, "Port": 1}}""",
            TestContext.Current.CancellationToken);
        using var output = new StringWriter();

        Assert.Equal(0, await Server.Run(["settings", "--config", file, "--port", "2"], output, TextWriter.Null));
        Assert.Contains("CityGrains__Smtp__Host=mail.example\tset", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("CityGrains__Port=2\tset", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("CityGrains__Limits__PerKey=1000\n", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden\t", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_about_configuration_lists_every_setting_as_it_is()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "configuration.md"), TestContext.Current.CancellationToken);
        Assert.Equal(SettingsInForce.Markdown(), string.Concat(page.Split('\n').SkipWhile(line => !line.StartsWith("| setting", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).Select(line => line + "\n")));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CityGrains.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
