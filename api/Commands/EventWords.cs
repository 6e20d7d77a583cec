using System.Collections.Frozen;
using CityGrains.Api.Commands.Memberships;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Commands;

/// <summary>What the verb is called that leads to an event.</summary>
internal static class EventWords
{
    private static readonly FrozenDictionary<string, Sentence> ByType = Subject.All.SelectMany(subject => subject.Verbs.Prepend(subject.Begin)).Concat(MembershipVerbs.All)
        .DistinctBy(verb => verb.Event).ToFrozenDictionary(verb => EventNames.NameOf(verb.Event), verb => verb.Summary, StringComparer.Ordinal);

    /// <summary>The words of an event's type, <c>agreement-signed/1</c>; null where no one verb leads to it.</summary>
    public static Sentence? Of(string type) => ByType.GetValueOrDefault(type);
}
