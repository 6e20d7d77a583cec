using CityGrains.Api.Access;
using CityGrains.Domain.Checks;
using CityGrains.Journal.Rows;
using Orleans;

namespace CityGrains.Api.Commands;

/// <summary>Answers the verbs of one record: <c>POST …/{id}/{verb}</c>.</summary>
public sealed class CommandEndpoints(CommandRequests requests, IGrainFactory grains, KnownOffices offices, RecordReferences references, TwoHalves halves)
{
    /// <summary>Reads the request, asks the grain, answers.</summary>
    public async Task<IResult> Execute(HttpContext http, Subject subject, Verb verb, string id)
    {
        if (!await MayAct(http, verb, id)) return AccessProblems.OtherOffice;
        var read = await requests.Read(http, verb, takesId: false);
        if (read.Problem is { } problem) return problem;
        if (!RecordId.IsValid(id)) return verb.Begins ? BeginProblems.BadId : subject.NotFound;
        if (await references.Missing(verb, read.Value.Command, http.RequestAborted) is { } missing) return missing;

        return verb.Follows is { } follows
            ? await halves.Execute(subject, verb, id, read.Value, follows(id, read.Value.Command))
            : CommandAnswer.Of(subject, verb, await subject.Execute(grains, id, read.Value.Command, read.Value.Context));
    }

    /// <summary>Whoever has only the role that suffices in the own office must belong to the office whose id it is.</summary>
    private async ValueTask<bool> MayAct(HttpContext http, Verb verb, string id) =>
        verb.OwnRole is null || http.User.IsInRole(verb.Role) || (await offices.Read(http.RequestAborted)).AreSame(id, http.Caller().Office);
}
