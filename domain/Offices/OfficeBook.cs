using System.Collections.Frozen;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Offices;

/// <summary>Every registered office, and which of them a text means.</summary>
public sealed class OfficeBook
{
    private readonly FrozenDictionary<string, Office> _byText;

    private OfficeBook(IReadOnlyList<Office> all)
    {
        All = all;
        var open = all.OrderBy(office => office.Standing).ToList();
        _byText = all.Select(office => (office.Id, office))
            .Concat(open.SelectMany(office => office.Name.All.Select(name => (name, office))))
            .Concat(open.SelectMany(office => office.Names.Select(name => (name, office))))
            .DistinctBy(entry => entry.Item1, StringComparer.Ordinal).ToFrozenDictionary(entry => entry.Item1, entry => entry.office, StringComparer.Ordinal);
    }

    /// <summary>No office.</summary>
    public static OfficeBook Empty { get; } = new([]);

    /// <summary>All of them, in the order they were registered.</summary>
    public IReadOnlyList<Office> All { get; }

    /// <summary>The book of these offices, in the order they were registered.</summary>
    public static OfficeBook Of(IReadOnlyList<Office> offices) => offices.Count == 0 ? Empty : new OfficeBook(offices);

    /// <summary>
    /// The office a text means, by its id or one of its names; null when none is registered under it. Where two share a name, an id comes before a name,
    /// a name of today before a former one, an open office before a closed one, the first registered before the later.
    /// </summary>
    public Office? Find(string text) => _byText.GetValueOrDefault(Plain(text));

    /// <summary>True when both texts mean one office, registered or not.</summary>
    public bool AreSame(string one, string other) => Find(one) is { } office ? office.Id == Find(other)?.Id : Plain(one) == Plain(other);

    /// <summary>
    /// The texts that records may name an office by: its id, its names, and those of closed offices whose work it took over; of one that is not registered,
    /// the text itself.
    /// </summary>
    public IReadOnlyList<string> WrittenAs(string text) => Find(text) is { } office
        ? [.. _byText.Where(entry => entry.Value.Id == office.Id || Heir(entry.Value).Id == office.Id).Select(entry => entry.Key)]
        : [Plain(text)];

    /// <summary>The office that does an office's work today: itself, or the last of its successors.</summary>
    public Office Heir(Office office)
    {
        for (var steps = 0; steps < All.Count && office.Closing?.Successor is { } next && Find(next) is { } heir; steps++) office = heir;
        return office;
    }

    /// <summary>True when the office <paramref name="one"/> means is the one <paramref name="other"/> means, or does its work today.</summary>
    public bool ActsFor(string one, string other) =>
        AreSame(one, other) || (Find(other) is { } closed && Find(one) is { } office && Heir(closed).Id == office.Id);

    private static string Plain(string text) => NormalForm.Compose(text).Trim();
}
