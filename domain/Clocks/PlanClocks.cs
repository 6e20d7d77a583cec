using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Clocks;

/// <summary>What was promised: each milestone, and a commitment that goes on after the last of its milestones.</summary>
internal static class PlanClocks
{
    public static IEnumerable<Clock> Of(Story story) => story.Agreement.Commitments.SelectMany(commitment => Of(story, commitment))
        .Where(clock => !clock.Runs || story.Agreement.State is not Suspended);

    private static IEnumerable<Clock> Of(Story story, Commitment commitment)
    {
        var settled = new List<Moment?>();
        foreach (var step in commitment.Milestones)
        {
            var at = step.IsSettled ? story.At($"status/{step.Id}") : null;
            settled.Add(at);
            if (step.DueOn.Latest is { } due)
                yield return Story.Ended(
                    new Clock(ClockCodes.Milestone, step.Id, due, story.MarkOf($"due/{step.Id}"), commitment.Owner, step.Description), at, story.End);
        }

        if (commitment.DueOn.Latest is not { } last || commitment.Milestones.Any(step => step.DueOn.Latest >= last)) yield break;
        var fulfilled = settled.All(at => at is not null) ? settled.MaxBy(at => at!.Value.By) : null;
        yield return Story.Ended(
            new Clock(ClockCodes.Commitment, commitment.Id, last, story.MarkOf($"commitment/{commitment.Id}"), commitment.Owner, commitment.Description),
            fulfilled, story.End);
    }
}
