using CityGrains.Domain.Record;

namespace CityGrains.Domain.Tests;

/// <summary>Given what happened, when someone asks for something, then this is decided.</summary>
internal sealed class Story<TState, TCommand, TEvent>(
    TState unrecorded, Func<TState, TCommand, CommandContext, Decision<TEvent>> decide, Func<TState, Happening<TEvent>, TState> evolve)
    where TCommand : class
    where TEvent : DomainEvent
{
    private TState _state = unrecorded;
    private CommandContext _context = Asking.Today;
    private Decision<TEvent>? _decision;

    public Story<TState, TCommand, TEvent> Given(params TEvent[] happened)
    {
        _state = happened.Aggregate(_state, (state, e) => evolve(state, Asking.Earlier.Told(e)));
        return this;
    }

    public Story<TState, TCommand, TEvent> AsOf(Func<CommandContext, CommandContext> context)
    {
        _context = context(_context);
        return this;
    }

    public Story<TState, TCommand, TEvent> When(TCommand command)
    {
        _decision = decide(_state, command, _context);
        _state = _decision.Events.Aggregate(_state, (state, e) => evolve(state, _context.Told(e)));
        return this;
    }

    public void ThenRefused(string code, string? vi = null, string? en = null)
    {
        var refusal = Assert.IsType<Refusal>(_decision!.Refusal);
        Assert.Equal(code, refusal.Code);
        Assert.Empty(_decision.Events);
        if (vi is not null) Assert.Contains(vi, $"{refusal.Message.Vi} {refusal.Remedy.Vi}", StringComparison.Ordinal);
        if (en is not null) Assert.Contains(en, $"{refusal.Message.En} {refusal.Remedy.En}", StringComparison.Ordinal);
    }

    public void ThenInvalid(params string[] fields)
    {
        Assert.Equal("command/invalid", _decision!.Refusal?.Code);
        Assert.Equal(fields, _decision.Refusal!.Fields.Select(fault => fault.Field));
    }

    public void ThenUnchanged()
    {
        Assert.Null(_decision!.Refusal);
        Assert.Empty(_decision.Events);
    }

    public Story<TState, TCommand, TEvent> ThenHappened<T>() where T : TEvent => ThenHappened(typeof(T));

    public Story<TState, TCommand, TEvent> ThenHappened(params Type[] events)
    {
        Assert.Null(_decision!.Refusal);
        Assert.Equal(events, _decision.Events.Select(e => e!.GetType()));
        return this;
    }

    public Story<TState, TCommand, TEvent> And(Action<TState> holds)
    {
        holds(_state);
        return this;
    }
}
