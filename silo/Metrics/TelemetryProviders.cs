using System.Diagnostics.Metrics;
using CityGrains.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CityGrains.Silo.Metrics;

/// <summary>
/// Traces, metrics and logs through the OpenTelemetry SDK: sent by OTLP when the standard variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; metrics as
/// Prometheus text as well. Built from the SDK itself: its hosting package is not on every registry.
/// </summary>
public sealed class TelemetryProviders(IMeterFactory meters) : IHostedService, IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] Sources = [Telemetry.Name, "Microsoft.AspNetCore", "Microsoft.Orleans.*", "Npgsql"];
    private static readonly string[] Meters = [Telemetry.Name, "Microsoft.AspNetCore.*", "Microsoft.Orleans", "Npgsql", "System.Runtime"];

    private readonly PrometheusExporter _text = new();
    private readonly Lock _collecting = new();
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    private static bool IsSent => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint));

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Service).AddMeter(Meters).AddView(OfThisHost)
            .AddReader(new BaseExportingMetricReader(_text));
        if (IsSent)
        {
            _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Service).AddSource(Sources).AddOtlpExporter().Build();
            metrics.AddOtlpExporter();
        }

        _metrics = metrics.Build();
        return Task.CompletedTask;
    }

    /// <summary>All metrics as they stand, in the Prometheus text exposition format 0.0.4.</summary>
    public string Prometheus()
    {
        lock (_collecting)
        {
            _text.Collect?.Invoke(Timeout.Infinite);
            return _text.Text;
        }
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
        _text.Collect = null;
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>Adds the providers to a host.</summary>
    internal static void AddTo(IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TelemetryProviders>().AddHostedService(services => services.GetRequiredService<TelemetryProviders>())
            .AddSingleton<RecordGauges>();
        builder.Services.AddSingleton<RecentWork>().AddHostedService(services => services.GetRequiredService<RecentWork>());
        if (IsSent)
            builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("citygrains")).AddOtlpExporter());
    }

    /// <summary>Two hosts of one process share no counts, and one that ends does not end the other's.</summary>
    private MetricStreamConfiguration? OfThisHost(Instrument instrument) =>
        instrument.Meter.Scope is IMeterFactory owner && !ReferenceEquals(owner, meters) ? MetricStreamConfiguration.Drop : null;

    private static void Service(ResourceBuilder resource) => resource.AddService("citygrains", serviceVersion: About.Version);
}
