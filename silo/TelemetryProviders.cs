using CityGrains.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CityGrains.Silo;

/// <summary>
/// Traces, metrics and logs through the OpenTelemetry SDK, sent by OTLP when the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.
/// Built from the SDK itself: its hosting package is not on every registry.
/// </summary>
public sealed class TelemetryProviders : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] Sources = [Telemetry.Name, "Microsoft.AspNetCore", "Microsoft.Orleans.*", "Npgsql"];
    private static readonly string[] Meters = [Telemetry.Name, "Microsoft.AspNetCore.*", "Microsoft.Orleans", "Npgsql", "System.Runtime"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Service).AddSource(Sources).AddOtlpExporter().Build();
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Service).AddMeter(Meters).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>Adds the providers to a host, if there is anywhere to send to.</summary>
    internal static void AddTo(IHostApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint))) return;
        builder.Services.AddHostedService<TelemetryProviders>();
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("citygrains")).AddOtlpExporter());
    }

    private static void Service(ResourceBuilder resource) => resource.AddService("citygrains", serviceVersion: About.Version);
}
