using System.Collections.Concurrent;
using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Json.Shapes;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Commands;

/// <summary>Reads the body of a verb, and names everything that is wrong with its shape at once.</summary>
public sealed class CommandBodies
{
    private const string Id = "id";

    /// <summary>Stands in the route, and is looked up.</summary>
    private const string Network = "network";
    private readonly JsonSerializerOptions _json;
    private readonly ShapeBook _shapes;
    private readonly ConcurrentDictionary<(Type Command, bool TakesId), ObjectShape> _read = new();

    /// <summary>Countries are resolved by the given directory.</summary>
    public CommandBodies(CountryDirectory countries)
    {
        var converter = new CountryConverter(countries);
        _json = ApiJson.Reading(converter);
        _shapes = new ShapeBook(_json, converter);
    }

    /// <summary>What a verb's body must look like.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="takesId">The id may stand in the body, since the route has none.</param>
    public ObjectShape ShapeOf(Verb verb, bool takesId) => _read.GetOrAdd((verb.Command, takesId), key =>
    {
        var envelope = _shapes.OfObject(typeof(CommandEnvelope));
        return _shapes.OfObject(key.Command).Without(Network).And(key.TakesId ? envelope : envelope.Without(Id));
    });

    /// <summary>Reads a body.</summary>
    public Reading<CommandBody> Read(Verb verb, bool takesId, JsonElement body)
    {
        var faults = new FieldChecks();
        ShapeOf(verb, takesId).Check(body, "", faults);
        if (faults.Faults.Count > 0) return RefusalProblem.Of(Refusal.Invalid(faults.Faults));

        return new CommandBody(body.Deserialize(verb.Command, _json)!, body.Deserialize<CommandEnvelope>(_json)!);
    }
}

/// <summary>A body as it was read.</summary>
/// <param name="Command">The verb's command.</param>
/// <param name="Envelope">What stands beside it.</param>
public sealed record CommandBody(object Command, CommandEnvelope Envelope);
