using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;

namespace CityGrains.Journal.Rows.Due;

/// <summary>The terms each office goes by: its own, those of the office that took over its work, or the usual ones where none is registered.</summary>
public sealed class TermsBook(OfficeBook offices, Almanac almanac)
{
    private readonly ConcurrentDictionary<string, OfficeTerms> _own = new(StringComparer.Ordinal);

    /// <summary>The offices.</summary>
    public OfficeBook Offices => offices;

    /// <summary>The rules and the shipped calendar.</summary>
    public Almanac Almanac => almanac;

    /// <summary>Names what offices set and what is shipped: another name where anything of it is another.</summary>
    public string Stamp { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{almanac.Stamp} {string.Join(' ', offices.All.Select(office => $"{office.Id}@{office.Version}"))}")))[..12];

    /// <summary>The terms of the office that a text means.</summary>
    public OfficeTerms Of(string text) => offices.Find(text) is { } office ? Of(offices.Heir(office)) : almanac.Usual;

    /// <summary>Offices apart that must be asked apart, for these differ from the rest; and the rest.</summary>
    /// <param name="differs">Whether an office's own terms make a difference.</param>
    public IEnumerable<TermsGroup> Groups(Func<Office, bool> differs)
    {
        var apart = offices.All.Where(office => differs(office) && offices.Heir(office).Id == office.Id).ToList();
        foreach (var office in apart) yield return new TermsGroup(Of(office)) { Offices = offices.WrittenAs(office.Id) };
        yield return new TermsGroup(almanac.Usual) { NotOffices = [.. apart.SelectMany(office => offices.WrittenAs(office.Id))] };
    }

    /// <summary>One office alone.</summary>
    public TermsGroup Only(string text) => new(Of(text)) { Offices = offices.WrittenAs(text) };

    private OfficeTerms Of(Office office) =>
        office.Policies.IsEmpty && office.Calendars.IsEmpty ? almanac.Usual : _own.GetOrAdd(office.Id, _ => almanac.TermsOf(office.Calendars, office.Policies));
}

/// <summary>Offices that go by the same terms.</summary>
/// <param name="Terms">The terms.</param>
public sealed record TermsGroup(OfficeTerms Terms)
{
    /// <summary>How records name them; null: any name.</summary>
    public IReadOnlyList<string>? Offices { get; init; }

    /// <summary>But not by these.</summary>
    public IReadOnlyList<string> NotOffices { get; init; } = [];

    /// <summary>Clocks of a kind that started within some days, of these offices.</summary>
    public ClockRange Range(string clock, DateOnly from, DateOnly to) =>
        new(clock, PeriodRow.Day(from), PeriodRow.Day(to)) { Offices = Offices, NotOffices = NotOffices };
}

/// <summary>The terms as this node knows them.</summary>
public sealed class KnownTerms(KnownOffices offices, Almanac almanac)
{
    private TermsBook? _known;

    /// <summary>The terms there are.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<TermsBook> Read(CancellationToken cancel = default)
    {
        var book = await offices.Read(cancel);
        var known = Volatile.Read(ref _known);
        if (known is not null && ReferenceEquals(known.Offices, book)) return known;
        known = new TermsBook(book, almanac);
        Volatile.Write(ref _known, known);
        return known;
    }
}
