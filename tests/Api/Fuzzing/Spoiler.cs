using System.Text.Json.Nodes;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>Spoils a sensible request in one way.</summary>
internal sealed class Spoiler(Dice dice)
{
    private readonly SpoiledBody _body = new(dice);
    private readonly SpoiledTarget _target = new(dice);

    /// <summary>A request that is wrong in so many ways: first in its body, if it has one, more often than not; then beside it.</summary>
    public Asked Spoil(Asked asked, Operation operation, int ways)
    {
        if (ways > 0) asked = Anywhere(asked, operation);
        return ways > 1 ? dice.OneIn(2) ? asked.With(dice.Of(Unpleasant.Headers)) : _target.Of(asked, operation) : asked;
    }

    /// <summary>A request with an unpleasant value in one place of its body.</summary>
    public Asked Spoil(Asked asked, JsonObject example, Place place) => asked with { Body = SpoiledBody.Put(example.DeepClone(), place, _body.Any()) };

    private Asked Anywhere(Asked asked, Operation operation) => dice.Below(asked.Body.Length > 0 ? 8 : 3) switch
    {
        0 => asked.With(dice.Of(Unpleasant.Headers)),
        1 or 2 when asked.Body.Length == 0 || dice.OneIn(2) => _target.Of(asked, operation),
        _ when operation.Fields.Count > 0 =>
            asked with { Body = $"{asked.Body}&{Uri.EscapeDataString(dice.Of(operation.Fields))}={SpoiledTarget.Escaped(dice.Of(Unpleasant.Texts))}" },
        _ when operation.TakesFile =>
            asked with { Body = asked.Body.Replace(asked.Body.Split(',', '\n')[dice.Below(3)], dice.Of(Unpleasant.Texts), StringComparison.Ordinal) },
        _ => asked with { Body = _body.Of(asked.Body) },
    };
}
