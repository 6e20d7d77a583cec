using CityGrains.Domain.Offices;
using CityGrains.Domain.Offices.Digests;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Journal.Rows;

/// <summary>
/// What an office owes, as it is told of it: what bears its id or any of its names, what a closed office left to it, and what every year brings.
/// </summary>
public sealed class OfficeDeadlines(Deadlines deadlines)
{
    private const int Page = 500;

    /// <summary>Every deadline that runs, late ones included, in the order they are due; what is only watched is left out.</summary>
    /// <param name="office">The office.</param>
    /// <param name="today">The day it is asked on.</param>
    /// <param name="dueBefore">Only those due before this day; null: whenever.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<AnnouncedDeadline>> Owed(Office office, DateOnly today, DateOnly? dueBefore = null, CancellationToken cancel = default)
    {
        var filter = new DueFilter { Today = today, Office = office.Id, DueBefore = dueBefore };
        var owed = new List<AnnouncedDeadline>();
        IReadOnlyList<DueClock> page = [];
        do
        {
            page = await deadlines.Page(filter, page.Count == 0 ? null : page[^1].Place, Page, cancel);
            owed.AddRange(page.Select(due => Of(due, today)));
        }
        while (page.Count == Page);
        return owed;
    }

    private static AnnouncedDeadline Of(DueClock due, DateOnly today)
    {
        var (rule, clock) = (due.Rule, due.Listed.Clock);
        return new AnnouncedDeadline(
            due.Listed.Stream.ToString(), due.Listed.Title, rule.Code, clock.Subject, About(rule.What, clock.About), rule.Who
                ?? new Sentence(clock.Owes, clock.Owes), rule.Basis,
            due.Due, due.Due.DayNumber - today.DayNumber);
    }

    private static Sentence About(Sentence what, string about) => about.Length == 0 ? what : new Sentence($"{what.Vi}: {about}", $"{what.En}: {about}");
}
