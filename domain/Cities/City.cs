using System.Collections.Immutable;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;

namespace CityGrains.Domain.Cities;

/// <summary>A city as its events tell it.</summary>
public sealed partial record City
{
    /// <summary>The city nothing is recorded of yet.</summary>
    public static City Unrecorded(string id) => new() { Id = id };

    /// <summary>Its id, <c>vn-son-la</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How many events it consists of.</summary>
    public long Version { get; init; }

    /// <summary>Its name today, Unicode NFC.</summary>
    public string Name { get; init; } = "";

    /// <summary>Names it bore before, oldest first.</summary>
    public ImmutableArray<string> FormerNames { get; init; } = [];

    /// <summary>Its country; null until registered.</summary>
    public Country? Country { get; init; }

    /// <summary>Where it lies; null when nobody recorded it.</summary>
    public Coordinates? Location { get; init; }

    /// <summary>The latest value of each indicator, by name.</summary>
    public ImmutableArray<Indicator> Indicators { get; init; } = [];

    /// <summary>Its administrative standing, as the last decision names it; null when nobody recorded it.</summary>
    public string? Status { get; init; }

    /// <summary>How it ceased to be a city of its own; null while it is one.</summary>
    public CityEnding? Ending { get; init; }

    /// <summary>Who follows it: one in whole, or several in part.</summary>
    public ImmutableArray<Successor> Successors { get; init; } = [];

    /// <summary>Its way into and out of networks, one of each network, in the order they began.</summary>
    public ImmutableArray<Membership> Memberships { get; init; } = [];

    /// <summary>What sources claim of it.</summary>
    public ClaimBook Claims { get; init; } = ClaimBook.Empty;

    /// <summary>What was asked about it, of whom.</summary>
    public RequestBook Requests { get; init; } = RequestBook.Empty;

    /// <summary>Which event each request and reply rests on.</summary>
    public ImmutableArray<Mark> Marks { get; init; } = [];

    /// <summary>Activities it takes part in, by id.</summary>
    public ImmutableArray<string> Activities { get; init; } = [];

    /// <summary>When it was entered; null until then.</summary>
    public Registration? Registration { get; init; }

    /// <summary>True once it is entered.</summary>
    public bool Exists => Registration is not null;

    /// <summary>The city after one more event. Takes any event: a look back may leave out what came before it.</summary>
    public static City Evolve(City city, Happening<CityEvent> happening)
    {
        var after = happening.Event switch
        {
            CityRegistered e => city.Apply(e, happening),
            CityRenamed e => city.Apply(e),
            IndicatorRecorded e => city.Apply(e),
            CityStatusChanged e => city with { Status = e.Status },
            CityMerged e => city.Apply(e),
            CityDissolved e => city.Apply(e),
            SuccessorDesignated e => city.Apply(e),
            MembershipEvent e => city.Apply(e, happening),
            CityActivityLinked e => city with { Activities = city.Activities.Add(e.Activity) },
            CityDelegationLinked e => city with { Activities = city.Activities.Add(e.Activity) },
            CityClaimAsserted e => city.Apply(e, happening.On),
            CityClaimDisputed e => city.Apply(e, happening.On),
            CityClaimResolved e => city.Apply(e, happening.On),
            CityFeedbackRequested e => city.Marked($"request/{e.Id}", happening) with { Requests = city.Requests.Asked(e.Id, e.Question) },
            CityFeedbackAnswered e => city.Marked($"reply/{e.Id}", happening) with { Requests = city.Requests.Answered(e.Id, e.Answer) },
            CityFeedbackReminded e => city with { Requests = city.Requests.Reminded(e.Id, new Reminder(e.RemindedOn, e.Document)) },
            CityFeedbackWithdrawn e =>
                city.Marked($"reply/{e.Id}", happening) with { Requests = city.Requests.Withdrawn(e.Id, new Withdrawal(e.WithdrawnOn, e.Ground)) },
            _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.Event.GetType().Name, "A city has no such event."),
        };
        return after with { Version = city.Version + 1 };
    }

    private City Marked(string part, Happening<CityEvent> happening) => this with { Marks = Marks.Add(part, happening, Version + 1) };

    /// <summary>The city as a look back shows it: events count in the order they were recorded, those left out that certainly happened after the day.</summary>
    public static City AsOf(string id, IReadOnlyList<Happening<CityEvent>> history, AsOf when) =>
        when.KnownOf(history).Where(happening => when.Counts(happening.On)).Aggregate(Unrecorded(id), Evolve);
}
