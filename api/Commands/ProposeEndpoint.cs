using CityGrains.Domain.Checks;
using CityGrains.Grains;
using CityGrains.Journal;
using Orleans;

namespace CityGrains.Api.Commands;

/// <summary>Answers <c>POST /api/v1/agreements</c>: under the id the caller gives, else under the next number of the year in Vietnam.</summary>
public sealed class ProposeEndpoint(CommandRequests requests, IGrainFactory grains, IJournal journal, AgreementNumbers numbers)
{
    /// <summary>How often a number taken by somebody else is replaced before the caller is asked to try again.</summary>
    private const int MostAttempts = 20;

    /// <summary>Reads the request, asks the grain, answers.</summary>
    public async Task<IResult> Execute(HttpContext http)
    {
        var read = await requests.Read(http, AgreementVerbs.Propose, takesId: true);
        if (read.Problem is { } problem) return problem;
        if (read.Value.Id is { } id && !RecordId.IsValid(id)) return BeginProblems.BadId;

        var given = read.Value.Id ?? await FirstId(read.Value, http.RequestAborted);
        var outcome = given is not null ? await Propose(given, read.Value) : await ProposeNumbered(read.Value, http.RequestAborted);
        return CommandAnswer.Of(Subject.Agreement, AgreementVerbs.Propose, outcome);
    }

    /// <summary>The id a retried command got the first time; null when it is new.</summary>
    private async ValueTask<string?> FirstId(CommandRequest request, CancellationToken cancel) =>
        request.MayBeARetry && await journal.ReadCommand(request.Context.CommandId, cancel) is [var first, ..] ? first.Stream.Id : null;

    private async Task<CommandOutcome> ProposeNumbered(CommandRequest request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var id = await numbers.Take(request.Context.Today.Year, cancel);
            var outcome = await ProposeOrForget(id, request);
            var takenByAnother = outcome.Status is CommandStatus.Conflict || outcome is { Status: CommandStatus.Refused, Version: > 0 };
            if (takenByAnother) await numbers.LookAgain(CancellationToken.None);
            else if (outcome.Status is not CommandStatus.Accepted || outcome.Stream.Id != id) await numbers.GiveBack(id, CancellationToken.None);
            if (!takenByAnother || attempt == MostAttempts) return outcome;
        }
    }

    private async Task<CommandOutcome> ProposeOrForget(string id, CommandRequest request)
    {
        try
        {
            return await Propose(id, request);
        }
        catch
        {
            numbers.Forget();
            throw;
        }
    }

    private Task<CommandOutcome> Propose(string id, CommandRequest request) => Subject.Agreement.Execute(grains, id, request.Command, request.Context);
}
