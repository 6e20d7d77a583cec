using CityGrains.Domain.Checks;
using Orleans;

namespace CityGrains.Api.Commands;

/// <summary>Answers the verbs of one record: <c>POST …/{id}/{verb}</c>.</summary>
public sealed class CommandEndpoints(CommandRequests requests, IGrainFactory grains)
{
    /// <summary>Reads the request, asks the grain, answers.</summary>
    public async Task<IResult> Execute(HttpContext http, Subject subject, Verb verb, string id)
    {
        var read = await requests.Read(http, verb, takesId: false);
        if (read.Problem is { } problem) return problem;
        if (!RecordId.IsValid(id)) return verb.Begins ? BeginProblems.BadId : subject.NotFound;

        return CommandAnswer.Of(subject, verb, await subject.Execute(grains, id, read.Value.Command, read.Value.Context));
    }
}
