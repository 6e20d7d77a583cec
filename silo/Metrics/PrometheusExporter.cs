using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CityGrains.Silo.Metrics;

/// <summary>Keeps the text of the collection that was last asked for; nothing is collected unasked.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PrometheusExporter : BaseExporter<Metric>, IPullMetricExporter
{
    /// <summary>What the last collection found.</summary>
    public string Text { get; private set; } = "";

    /// <inheritdoc/>
    public Func<int, bool>? Collect { get; set; }

    /// <inheritdoc/>
    public override ExportResult Export(in Batch<Metric> batch)
    {
        var text = new PrometheusText();
        var metrics = new List<Metric>();
        foreach (var metric in batch) metrics.Add(metric);
        foreach (var metric in metrics.OrderBy(metric => metric.Name, StringComparer.Ordinal)) text.Add(metric);
        Text = text.ToString();
        return ExportResult.Success;
    }
}
