using CityGrains.Domain.Access;

namespace CityGrains.Api.Access.Log;

/// <summary>Refusals that gather: those alike are one entry that says how often, and beyond the first different ones the rest is counted together.</summary>
internal sealed class Denials
{
    /// <summary>Different ones that are told apart each time.</summary>
    public const int MostDifferent = 50;

    private readonly Lock _lock = new();
    private Dictionary<(string What, string? Actor, string? Address, int? Status), AccessEntry> _entries = [];

    /// <summary>One more.</summary>
    public void Add(AccessEntry entry)
    {
        lock (_lock)
        {
            var key = (entry.What, entry.Actor, entry.Address, entry.Status);
            if (!_entries.ContainsKey(key) && _entries.Count >= MostDifferent)
            {
                entry = new AccessEntry(AccessKind.Denied, entry.At, "…") { Status = entry.Status }; // of these, the number is kept
                key = (entry.What, null, null, entry.Status);
            }

            _entries[key] = _entries.TryGetValue(key, out var known) ? known with { Times = known.Times + 1 } : entry;
        }
    }

    /// <summary>What gathered, the first first; gathering begins anew.</summary>
    public IReadOnlyList<AccessEntry> Take()
    {
        lock (_lock)
        {
            if (_entries.Count == 0) return [];
            var taken = _entries;
            _entries = [];
            return [.. taken.Values.OrderBy(entry => entry.At)];
        }
    }
}
