using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CityGrains.Silo.Metrics;

/// <summary>Writes metrics in the Prometheus text exposition format 0.0.4; names as OpenTelemetry's compatibility specification has them.</summary>
internal sealed class PrometheusText
{
    private readonly StringBuilder _text = new();
    private string _last = "";

    /// <summary>Writes a metric with all of its points. Metrics of the same name, of several meters, come one after the other.</summary>
    public void Add(Metric metric)
    {
        var (isHistogram, isCounter) = (metric.MetricType.IsHistogram(), metric.MetricType is MetricType.LongSum or MetricType.DoubleSum);
        var name = Name(metric.Name, metric.Unit, isCounter);
        if (name != _last) Declare(name, metric.Description, isHistogram ? "histogram" : isCounter ? "counter" : "gauge");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point.Tags);
            if (isHistogram) Histogram(name, labels, point);
            else Sample(name, labels, Value(metric.MetricType, point));
        }
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();

    private void Declare(string name, string description, string type)
    {
        _last = name;
        if (description.Length > 0) _text.Append("# HELP ").Append(name).Append(' ').Append(Escaped(description, inQuotes: false)).Append('\n');
        _text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
    }

    private void Histogram(string name, string labels, in MetricPoint point)
    {
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
            Sample($"{name}_bucket", $"{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"", Number(below));
        }

        Sample($"{name}_sum", labels, Number(point.GetHistogramSum()));
        Sample($"{name}_count", labels, Number(point.GetHistogramCount()));
    }

    private void Sample(string name, string labels, string value)
    {
        _text.Append(name);
        if (labels.Length > 0) _text.Append('{').Append(labels).Append('}');
        _text.Append(' ').Append(value).Append('\n');
    }

    private static string Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => Number(point.GetSumLong()),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => Number(point.GetSumDouble()),
        MetricType.LongGauge => Number(point.GetGaugeLastValueLong()),
        _ => Number(point.GetGaugeLastValueDouble()),
    };

    private static string Name(string name, string unit, bool isCounter)
    {
        var plain = Plain(name);
        var suffix = unit switch { "s" => "_seconds", "ms" => "_milliseconds", "By" => "_bytes", "1" when !isCounter => "_ratio", _ => "" };
        if (!plain.EndsWith(suffix, StringComparison.Ordinal)) plain += suffix;
        return isCounter && !plain.EndsWith("_total", StringComparison.Ordinal) ? $"{plain}_total" : plain;
    }

    /// <summary>Letters, digits and underscores; no digit first.</summary>
    private static string Plain(string name)
    {
        var plain = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return char.IsAsciiDigit(plain[0]) ? $"_{plain}" : plain;
    }

    private static string Labels(ReadOnlyTagCollection tags)
    {
        var labels = new List<string>();
        foreach (var tag in tags)
            labels.Add($"{Plain(tag.Key)}=\"{Escaped(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "", inQuotes: true)}\"");
        return string.Join(',', labels);
    }

    private static string Escaped(string text, bool inQuotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return inQuotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    private static string Number(double value) =>
        double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? value > 0 ? "+Inf" : "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
