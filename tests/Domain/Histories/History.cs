using System.Text.Json;
using CityGrains.Domain.Record;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Histories;

/// <summary>Commands one after the other, each tried whatever became of those before; a shorter history is tried when one fails.</summary>
internal static class History
{
    public static Arbitrary<IReadOnlyList<TCommand>> Of<TCommand>(Gen<TCommand> commands) => Arb.From(
        from length in Gen.Choose(1, 60)
        from history in commands.ListOf(length)
        select (IReadOnlyList<TCommand>)[.. history],
        Shorter);

    /// <summary>Holds for every command of every history: Decide answers, a refusal speaks both languages and does nothing.</summary>
    public static Decision<TEvent> Answered<TEvent>(Func<Decision<TEvent>> decide)
    {
        var decision = decide();
        if (decision.Refusal is not { } refusal) return decision;
        Assert.Empty(decision.Events);
        Assert.Matches("^[a-z]+/[a-z-]+$", refusal.Code);
        if (refusal.Code == "command/invalid") Assert.NotEmpty(refusal.Fields);
        else Assert.All(refusal.Fields, fault => Assert.Equal(refusal.Message, fault.Message));
        Assert.All([refusal.Message, refusal.Remedy, .. refusal.Fields.Select(fault => fault.Message)], sentence =>
        {
            Assert.EndsWith(".", sentence.Vi, StringComparison.Ordinal);
            Assert.EndsWith(".", sentence.En, StringComparison.Ordinal);
            Assert.InRange(sentence.Vi.Length, 3, 40_000);
        });
        return decision;
    }

    /// <summary>Two states are the same when every fact in them is.</summary>
    public static void Same<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

    private static IEnumerable<IReadOnlyList<T>> Shorter<T>(IReadOnlyList<T> history)
    {
        if (history.Count <= 1) yield break;
        yield return [.. history.Take(history.Count / 2)];
        yield return [.. history.Skip(history.Count / 2)];
        for (var left = 0; left < history.Count; left++) yield return [.. history.Where((_, at) => at != left)];
    }
}
