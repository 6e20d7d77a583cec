using System.Collections.Frozen;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Commands;

/// <summary>A refusal as HTTP says it: what does not exist is 404, what was sent wrong is 422, what the present state forbids is 409.</summary>
internal static class RefusalProblem
{
    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["agreement/not-found"] = 404,
        ["city/not-found"] = 404,
        ["command/invalid"] = 422,
        ["agreement/bad-id"] = 422,
        ["city/bad-id"] = 422,
        ["agreement/source-missing"] = 422,
        ["agreement/in-the-future"] = 422,
        ["city/in-the-future"] = 422,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Problem Of(Refusal refusal) => new(Statuses.GetValueOrDefault(refusal.Code, 409), refusal.Code, refusal.Message, refusal.Remedy) { Errors = refusal.Fields };
}
