using CityGrains.Grains.Working;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Rows.Due;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CityGrains.Silo.Digests;

/// <summary>What a node needs to remind offices of their deadlines.</summary>
internal static class DigestRegistration
{
    /// <summary>Adds it.</summary>
    public static void AddDigests(this IHostApplicationBuilder builder, SiloOptions options)
    {
        builder.Services.AddSingleton(options.Digest);
        builder.Services.AddSingleton(options.Smtp);
        builder.Services.TryAddSingleton<KnownTerms>();
        builder.Services.TryAddSingleton<NetworkReports>();
        builder.Services.TryAddSingleton<Deadlines>();
        builder.Services.AddSingleton<OfficeDeadlines>();
        builder.Services.AddSingleton<IDigestMailer, SmtpMailer>();
        builder.Services.AddHostedService<DigestRounds>();
    }
}
