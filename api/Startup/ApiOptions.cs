using System.Net;
using CityGrains.Api.Access.Oidc;
using CityGrains.Api.Imports;
using CityGrains.Api.Limits;
using CityGrains.Domain.Record;
using CityGrains.Silo;
using CityGrains.Silo.Digests;
using CityGrains.Silo.Settings;
using CityGrains.Silo.Webhooks;

namespace CityGrains.Api.Startup;

/// <summary>Everything that can be set; docs/configuration.md says how.</summary>
/// <param name="Port">Port it listens on; 0: any free one.</param>
/// <param name="Data">Data folder.</param>
/// <param name="Store">PostgreSQL connection string; null: SQLite in the data folder.</param>
/// <param name="Sample">Fill an empty store with the sample.</param>
public sealed record ApiOptions(int Port, string Data, string? Store, bool Sample)
{
    /// <summary>The address it listens on.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>The proxies in front of it: from them, and nobody else, it is believed where a request came from.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>The admin key the operator sets; null: one is made at the first start.</summary>
    public string? AdminKey { get; init; }

    /// <summary>The first start shows the keys it makes.</summary>
    public bool ShowsKeys { get; init; } = true;

    /// <summary>The cluster it forms with others on that store; null: it works alone.</summary>
    public Cluster? Cluster { get; init; }

    /// <summary>How much one caller may ask for.</summary>
    public RequestLimits Limits { get; init; } = new();

    /// <summary>How large an imported file may be.</summary>
    public ImportLimits Imports { get; init; } = ImportLimits.Usual;

    /// <summary>Whose tokens are taken beside keys; null: nobody's.</summary>
    public OidcOptions? Oidc { get; init; }

    /// <summary>How receivers are told.</summary>
    public WebhookOptions Webhooks { get; init; } = new();

    /// <summary>When offices are reminded.</summary>
    public DigestOptions Digest { get; init; } = new();

    /// <summary>The mail server.</summary>
    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>Every setting there is, in the order people read them.</summary>
    public static IReadOnlyList<Setting> Settings =>
    [
        .. ServingSettings.All, EventSource.Named, .. RequestLimits.Settings, .. ImportLimits.Settings, .. OidcOptions.Settings, .. WebhookOptions.Settings,
        .. DigestOptions.Settings, .. SmtpOptions.Settings,
        .. FrameworkSettings.All,
    ];

    /// <summary>Reads them all; what is wrong with any of them is gathered.</summary>
    public static (ApiOptions Options, IReadOnlyList<Sentence> Faults) From(IConfiguration configuration)
    {
        var settings = new SettingsReader(configuration);
        var options = ServingSettings.Read(settings) with
        {
            Limits = RequestLimits.From(settings), Imports = ImportLimits.From(settings), Oidc = OidcOptions.From(settings),
            Webhooks = WebhookOptions.From(settings), Digest = DigestOptions.From(settings), Smtp = SmtpOptions.Read(settings),
        };
        FrameworkSettings.Check(settings);
        settings.RefuseUnknown(Settings);
        return (options, settings.Faults);
    }

    /// <summary>What the grains' host needs to know.</summary>
    public SiloOptions ToSilo() => new() { DataDirectory = Data, Postgres = Store, Cluster = Cluster, Webhooks = Webhooks, Digest = Digest, Smtp = Smtp };
}
