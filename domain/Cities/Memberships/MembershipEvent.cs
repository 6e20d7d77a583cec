using CityGrains.Domain.Checks;
using CityGrains.Domain.Networks;

namespace CityGrains.Domain.Cities;

/// <summary>What someone wants of a city's membership in a network.</summary>
public abstract record MembershipCommand : CityCommand
{
    /// <summary>The network as it is now; whoever asks looks it up, so that it is never sent in a body.</summary>
    public Network? Network { get; init; }

    internal sealed override void Check(FieldChecks fields)
    {
        fields.Must(Network is not null, "network", "phải là một mạng lưới đã biết", "must be a network that is known");
        CheckOwn(fields);
    }

    /// <summary>Notes what is wrong with its own fields, whatever the state.</summary>
    internal virtual void CheckOwn(FieldChecks fields)
    {
    }
}

/// <summary>Something that happened to a city's membership in a network.</summary>
/// <param name="Network">The network's id.</param>
public abstract record MembershipEvent(string Network) : CityEvent;
