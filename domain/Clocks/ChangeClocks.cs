using CityGrains.Domain.Agreements;

namespace CityGrains.Domain.Clocks;

/// <summary>What is owed while an agreement is changed, and once a change is in effect.</summary>
internal static class ChangeClocks
{
    public static IEnumerable<Clock> Of(Story story) => story.Agreement.Changes.SelectMany(change => Of(story, change))
        .Where(clock => story.Closed is not { } closed || clock.StartedBy < closed.By); // nothing is owed of a file that is closed

    private static IEnumerable<Clock> Of(Story story, ChangeProcess change)
    {
        var closed = story.At($"{change.Id}/{ChangeState.Effective}") ?? story.At($"{change.Id}/{ChangeState.Dropped}")
            ?? story.At($"{change.Id}/{ChangeState.Lapsed}") ?? story.Closed;
        if (change.Consultation is { } asked && story.At($"{change.Id}/{ChangeState.Consulting}") is { } opened)
        {
            var decided = story.At($"{change.Id}/{ChangeState.Approved}") ?? closed;
            foreach (var clock in ConsultationClocks.Asked(story, asked, opened, decided, $"{change.Id}/")) yield return clock;
        }

        var office = story.Agreement.Office;
        if (change.Change.IsRenameOnly && story.At($"{change.Id}/{ChangeState.Proposed}") is { } proposed)
            yield return Story.Ended(new Clock(ClockCodes.RenameOnly, change.Id, proposed.On, proposed.By, office, change.Change.Ground), closed);

        if (change.Change.Kind is not ChangeKind.Supersession && story.At($"{change.Id}/{ChangeState.Effective}") is { } effective)
            yield return Story.Ended(new Clock(ClockCodes.NotifyChange, change.Id, effective.On, effective.By, office, change.Change.Ground),
                Notified(story, change, effective), story.Closed);
    }

    /// <summary>The first notice that names the change; one that tells of it in words is of the change that took effect last before it.</summary>
    private static Moment? Notified(Story story, ChangeProcess change, Moment effective)
    {
        var notices = story.Agreement.Notices;
        for (var place = 0; place < notices.Length; place++)
        {
            if (notices[place] is not { Kind: NoticeKind.ChangeToMofa, Change: { } named } || story.At($"notice/{place + 1}") is not { } told) continue;
            if (named == change.Id || (IsInWords(story, named) && LastBefore(story, told) == effective)) return told;
        }

        return null;
    }

    private static bool IsInWords(Story story, string named) => story.Agreement.Changes.All(change => change.Id != named);

    private static Moment? LastBefore(Story story, Moment told) => story.Agreement.Changes
        .Select(change => story.At($"{change.Id}/{ChangeState.Effective}"))
            .Where(at => at is { } effective && effective.By < told.By).MaxBy(at => at!.Value.By);
}
