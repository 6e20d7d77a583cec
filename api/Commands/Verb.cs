using CityGrains.Domain.Record;
using CityGrains.Journal;

namespace CityGrains.Api.Commands;

/// <summary>Something a caller can do: the last part of its route, the command its body is read into, and what it looks like.</summary>
/// <param name="Name">Imperative in kebab-case, <c>adopt-plan</c>.</param>
/// <param name="Command">The command.</param>
/// <param name="Event">The event that an accepted command leads to.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Example">A body that is accepted, JSON.</param>
public sealed record Verb(string Name, Type Command, Type Event, Sentence Summary, string Example)
{
    /// <summary>The role it takes.</summary>
    public string Role { get; init; } = Access.Role.Officer;

    /// <summary>The role that suffices in the record's own office; null where there is none.</summary>
    public string? OwnRole { get; init; }

    /// <summary>The roles whose bearers may come as far as the record.</summary>
    public string[] Roles => OwnRole is null ? [Role] : [Role, OwnRole];

    /// <summary>The events it may lead to instead, where what was proposed decides.</summary>
    public IReadOnlyList<Type> Otherwise { get; init; } = [];

    /// <summary>It begins a record: 201 and its place.</summary>
    public bool Begins { get; init; }

    /// <summary>The records a command names, each with its field; null where it names none that must be there.</summary>
    public Func<object, IEnumerable<(string Field, StreamId Record)>>? References { get; init; }

    /// <summary>What another record is to hear of once this one has recorded the command; null where none is.</summary>
    public Func<string, object, Following>? Follows { get; init; }

    /// <summary>What it is answered, as the document describes it.</summary>
    public Type Result { get; init; } = typeof(Describe.CommandResult);

    /// <summary>A verb whose command and event have these types.</summary>
    public static Verb Of<TCommand, TEvent>(string name, string vi, string en, string example) =>
        new(name, typeof(TCommand), typeof(TEvent), new Sentence(vi, en), example);
}

/// <summary>What another record is asked for in the wake of a command.</summary>
/// <param name="Name">What the answer calls it.</param>
/// <param name="Subject">What sort of record it is.</param>
/// <param name="Id">The record.</param>
/// <param name="Command">What it is asked.</param>
public sealed record Following(string Name, Subject Subject, string Id, object Command);
