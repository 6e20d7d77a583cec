using System.Collections.Immutable;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Clocks;

/// <summary>The day something is counted from, and the event that tells it.</summary>
/// <param name="On">The day.</param>
/// <param name="By">The version of the event.</param>
internal readonly record struct Moment(DateOnly On, long By);

/// <summary>An agreement as its clocks need it: when it entered which state.</summary>
internal sealed class Story
{
    private readonly Dictionary<string, Moment> _marks;
    private readonly Moment[] _entered;

    public Story(Agreement agreement)
    {
        Agreement = agreement;
        _marks = agreement.Marks.ToDictionary(mark => mark.Of, mark => new Moment(mark.On, mark.By), StringComparer.Ordinal);
        _entered = [.. agreement.Periods.Select((period, place) => new Moment(Day(period), MarkOf($"state/{place + 1}")))];
        End = First(state => state is >= Expired and <= Archived);
        Closed = First(state => state is Archived);
    }

    public Agreement Agreement { get; }

    /// <summary>When it ended, was refused or given up; null while it may still lead to something.</summary>
    public Moment? End { get; }

    /// <summary>When its file was closed; nothing is owed after it.</summary>
    public Moment? Closed { get; }

    public ImmutableArray<StatePeriod> Periods => Agreement.Periods;

    /// <summary>When it began: proposed, or entered from a list.</summary>
    public Moment Began => _entered[0];

    /// <summary>True when it is made in the name of a department or a border commune: every Vietnamese party is an agency. Decree 64/2021/NĐ-CP.</summary>
    public bool IsDepartmental
    {
        get
        {
            var ours = Agreement.Parties.Where(party => party.Country.Key == "VN").ToList();
            return ours.Count > 0 && ours.All(party => party.Type is PartyType.Agency);
        }
    }

    /// <summary>The version of the event a part rests on.</summary>
    public long MarkOf(string part) => _marks[part].By;

    /// <summary>When a part came to be as it is; null when it never did.</summary>
    public Moment? At(string part) => _marks.TryGetValue(part, out var moment) ? moment : null;

    /// <summary>When its nth period began, from 0.</summary>
    public Moment Entered(int place) => _entered[place];

    /// <summary>When it first entered such a state; null when it never did.</summary>
    public Moment? First(Func<LegalState, bool> isSuch) => FirstAfter(-1, isSuch);

    /// <summary>The same, after its nth period.</summary>
    public Moment? FirstAfter(int place, Func<LegalState, bool> isSuch)
    {
        for (var i = place + 1; i < Periods.Length; i++)
        {
            if (isSuch(Periods[i].State)) return _entered[i];
        }

        return null;
    }

    /// <summary>A clock as ended at the first of these moments; running when there is none.</summary>
    public static Clock Ended(Clock clock, params ReadOnlySpan<Moment?> ends)
    {
        Moment? first = null;
        foreach (var end in ends)
        {
            if (end is { } at && (first is null || at.By < first.Value.By)) first = at;
        }

        return first is { } ended ? clock with { EndedOn = ended.On, EndedBy = ended.By } : clock;
    }

    private static DateOnly Day(StatePeriod period) =>
        Mark.DayOf(period.Since.Latest is null ? period.On : period.Since, period.RecordedAt);
}
