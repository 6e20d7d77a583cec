using CityGrains.Api.Problems;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Networks;
using Orleans;

namespace CityGrains.Api.Commands.Memberships;

/// <summary>Answers <c>POST /api/v1/cities/{id}/memberships/{network}/{verb}</c>.</summary>
public sealed class MembershipEndpoint(CommandRequests requests, RecordReferences references, NetworkDirectory networks, IGrainFactory grains, TwoHalves halves)
{
    /// <summary>Reads the request, asks the city's grain, answers.</summary>
    public async Task<IResult> Execute(HttpContext http, Verb verb, string id, string network)
    {
        if (networks.Find(network) is not { } known) return NetworkProblems.NoSuchNetwork(networks);
        var read = await requests.Read(http, verb, takesId: false);
        if (read.Problem is { } problem) return problem;
        if (!RecordId.IsValid(id)) return RecordProblems.NoSuchCity;
        if (await references.Missing(verb, read.Value.Command, http.RequestAborted) is { } missing) return missing;

        var request = read.Value with { Command = (MembershipCommand)read.Value.Command with { Network = known } };
        return request.Command is TransferMembership transfer
            ? await halves.Execute(Subject.City, verb, id, request, new Following("successor", Subject.City, transfer.Successor, transfer.ToSuccessor(id)))
            : CommandAnswer.Of(Subject.City, verb, await Subject.City.Execute(grains, id, request.Command, request.Context));
    }
}
