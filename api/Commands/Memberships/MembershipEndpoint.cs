using CityGrains.Api.Problems;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Networks;
using CityGrains.Grains;
using Orleans;

namespace CityGrains.Api.Commands.Memberships;

/// <summary>Answers <c>POST /api/v1/cities/{id}/memberships/{network}/{verb}</c>.</summary>
public sealed class MembershipEndpoint(CommandRequests requests, RecordReferences references, NetworkDirectory networks, IGrainFactory grains)
{
    /// <summary>Reads the request, asks the city's grain, answers.</summary>
    public async Task<IResult> Execute(HttpContext http, Verb verb, string id, string network)
    {
        if (networks.Find(network) is not { } known) return NetworkProblems.NoSuchNetwork(networks);
        var read = await requests.Read(http, verb, takesId: false);
        if (read.Problem is { } problem) return problem;
        if (!RecordId.IsValid(id)) return RecordProblems.NoSuchCity;
        if (await references.Missing(verb, read.Value.Command, http.RequestAborted) is { } missing) return missing;

        var command = (MembershipCommand)read.Value.Command with { Network = known };
        var context = read.Value.Context;
        var outcome = await grains.GetGrain<ICityGrain>(id).Execute(command, context);
        return command is TransferMembership transfer && outcome.Status is CommandStatus.Accepted or CommandStatus.Unchanged
            ? FollowedAnswer.Of(outcome, "successor",
                await grains.GetGrain<ICityGrain>(transfer.Successor).Execute(transfer.ToSuccessor(id), SecondHalf.Of(context)))
            : CommandAnswer.Of(Subject.City, verb, outcome);
    }
}
