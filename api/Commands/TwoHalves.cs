using CityGrains.Grains;
using CityGrains.Journal;
using Orleans;

namespace CityGrains.Api.Commands;

/// <summary>
/// A command that two records hear of, one after the other. Sent again, it is answered byte for byte as the first time, whichever of them recorded something.
/// </summary>
public sealed class TwoHalves(IGrainFactory grains, IJournal journal)
{
    /// <summary>Asks the first record, and once it has it, the second.</summary>
    public async Task<IResult> Execute(Subject subject, Verb verb, string id, CommandRequest request, Following next)
    {
        var context = SecondHalf.Of(request.Context);
        var first = await RecordedOnlyTheSecond(request, context.CommandId) ? FollowedAnswer.Unchanged(subject, id)
            : await subject.Execute(grains, id, request.Command, request.Context);
        return first.Status is CommandStatus.Accepted or CommandStatus.Unchanged
            ? FollowedAnswer.Of(first, next.Name, await next.Subject.Execute(grains, next.Id, next.Command, context))
            : CommandAnswer.Of(subject, verb, first);
    }

    /// <summary>It was sent before, and the first record had it already: it is not asked again, since it may have gone on.</summary>
    private async ValueTask<bool> RecordedOnlyTheSecond(CommandRequest request, Guid second) =>
        request.MayBeARetry && (await journal.ReadCommand(second)).Count > 0 && (await journal.ReadCommand(request.Context.CommandId)).Count == 0;
}
