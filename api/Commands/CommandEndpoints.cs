using CityGrains.Api.Access;
using CityGrains.Domain.Checks;
using CityGrains.Grains;
using CityGrains.Journal.Rows;
using Orleans;

namespace CityGrains.Api.Commands;

/// <summary>Answers the verbs of one record: <c>POST …/{id}/{verb}</c>.</summary>
public sealed class CommandEndpoints(CommandRequests requests, IGrainFactory grains, KnownOffices offices, RecordReferences references)
{
    /// <summary>Reads the request, asks the grain, answers.</summary>
    public async Task<IResult> Execute(HttpContext http, Subject subject, Verb verb, string id)
    {
        if (!await MayAct(http, verb, id)) return AccessProblems.OtherOffice;
        var read = await requests.Read(http, verb, takesId: false);
        if (read.Problem is { } problem) return problem;
        if (!RecordId.IsValid(id)) return verb.Begins ? BeginProblems.BadId : subject.NotFound;
        if (await references.Missing(verb, read.Value.Command, http.RequestAborted) is { } missing) return missing;

        var (command, context) = (read.Value.Command, read.Value.Context);
        var outcome = await subject.Execute(grains, id, command, context);
        if (verb.Follows is not { } follows || outcome.Status is not (CommandStatus.Accepted or CommandStatus.Unchanged)) return CommandAnswer.Of(subject, verb, outcome);
        var next = follows(id, command);
        return FollowedAnswer.Of(outcome, next.Name, await next.Subject.Execute(grains, next.Id, next.Command, SecondHalf.Of(context)));
    }

    /// <summary>Whoever has only the role that suffices in the own office must belong to the office whose id it is.</summary>
    private async ValueTask<bool> MayAct(HttpContext http, Verb verb, string id) =>
        verb.OwnRole is null || http.User.IsInRole(verb.Role) || (await offices.Read(http.RequestAborted)).AreSame(id, http.Caller().Office);
}
