using CityGrains.Domain.Checks;
using Orleans;

namespace CityGrains.Api.Commands;

/// <summary>Begins a record under the id the caller gives, else under one made of its name: <c>vn-son-la</c>, <c>so-ngoai-vu-son-la</c>.</summary>
public sealed class NamedEndpoint(CommandRequests requests, IGrainFactory grains)
{
    /// <summary>Reads the request, asks the grain, answers.</summary>
    /// <param name="http">The request.</param>
    /// <param name="subject">What begins.</param>
    /// <param name="idOf">The id made of a command; empty or malformed where its name has no letters for one.</param>
    public async Task<IResult> Execute(HttpContext http, Subject subject, Func<object, string> idOf)
    {
        var read = await requests.Read(http, subject.Begin, takesId: true);
        if (read.Problem is { } problem) return problem;

        if (read.Value.Id is { } given && !RecordId.IsValid(given)) return BeginProblems.BadId;
        var id = read.Value.Id ?? idOf(read.Value.Command);
        return RecordId.IsValid(id) ? CommandAnswer.Of(subject, subject.Begin, await subject.Execute(grains, id, read.Value.Command, read.Value.Context))
            : BeginProblems.NoIdInName;
    }
}
