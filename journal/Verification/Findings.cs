namespace CityGrains.Journal.Verification;

/// <summary>Gathers what is wrong, from several threads, and keeps the earliest.</summary>
internal sealed class Findings
{
    private readonly Lock _gate = new();
    private readonly List<Finding> _kept = [];

    /// <summary>How much is wrong.</summary>
    public long Count { get; private set; }

    /// <summary>The earliest bad events first, then what concerns no single event.</summary>
    public IReadOnlyList<Finding> Earliest
    {
        get
        {
            lock (_gate) return [.. Ordered().Take(VerificationReport.MostFindings)];
        }
    }

    /// <summary>One more.</summary>
    public void Add(Finding finding)
    {
        lock (_gate)
        {
            Count++;
            _kept.Add(finding);
            if (_kept.Count < 10 * VerificationReport.MostFindings) return;
            var earliest = Ordered().Take(VerificationReport.MostFindings).ToList();
            _kept.Clear();
            _kept.AddRange(earliest);
        }
    }

    private IEnumerable<Finding> Ordered() => _kept
        .OrderBy(finding => finding.Position ?? long.MaxValue).ThenBy(finding => finding.What).ThenBy(finding => finding.Stream, StringComparer.Ordinal);
}
