using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Api.Pages.Audit.Facts.FactList;

namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>Everything an agreement says, in words: what two looks at it are compared by.</summary>
internal static class AgreementFacts
{
    public static IReadOnlyList<Fact> Of(Agreement it, IReadOnlyDictionary<string, string> names, Reader reader)
    {
        if (!it.Exists) return [];
        var facts = new FactList(reader);
        Standing(facts, it, reader);
        Signing(facts, it, reader);
        Work(facts, it, reader);
        Papers(facts, it, reader);
        RecordFacts.Add(facts, it.Claims, it.Requests, names, reader);
        return facts.Add("activities", string.Join(", ", it.Activities)).Add("archived-at", it.ArchivedAt).All;
    }

    private static void Standing(FactList facts, Agreement it, Reader reader)
    {
        facts.Add("title", it.Title.Vi).Add("foreign-title", it.Title.Foreign).Add("kind", reader.Name("kind", it.Kind))
            .Add("state", reader.Name("state", it.State)).Add("office", it.Office);
        for (var place = 0; place < it.Parties.Length; place++)
            facts.Add("party", $"{place}", reader.Number(place + 1), Join(it.Parties[place].Name, it.Parties[place].Country.Written));
        facts.Add("fields", string.Join(", ", it.Fields));
        if (it.Consultation is not { } asked) return;
        facts.Add("agencies", string.Join(", ", asked.Agencies));
        foreach (var answer in asked.Opinions)
            facts.Add("opinion", answer.Agency, answer.Agency, Join(reader.Name("choice", answer.Opinion), reader.Date(answer.ReceivedOn)));
    }

    private static void Signing(FactList facts, Agreement it, Reader reader) => facts
        .Add("approval", it.Approval is { } approved ? Join(approved.DecisionNumber, reader.Date(approved.DecidedOn), approved.Authority, approved.Signatory) : null)
        .Add("signed-on", Date(it.Signing?.SignedOn, reader))
        .Add("signed-at", it.Signing?.SignedAt?.Name)
        .Add("signatories", it.Signing is { } signing ? string.Join(", ", signing.Signatories.Select(signatory => signatory.Name)) : null)
        .Add("effective-on", Date(it.EffectiveOn, reader))
        .Add("term", Date(it.Term?.Until, reader))
        .Add("superseded-by", it.SupersededBy);

    private static void Work(FactList facts, Agreement it, Reader reader)
    {
        foreach (var commitment in it.Commitments)
        {
            facts.Add("commitment", commitment.Id, commitment.Description,
                Join(commitment.Owner, reader["fact.due", reader.Date(commitment.DueOn)],
                reader[commitment.IsSettled ? "agreement.settled" : "agreement.open"]));
            foreach (var step in commitment.Milestones)
                facts.Add("milestone", step.Id, step.Description,
                    Join(reader.Name("milestone", step.Status), step.SettledOn is { } settled ? reader.Date(settled)
                    : reader["fact.due", reader.Date(step.DueOn)]));
        }

        facts.Add("declared", it.Declared is { } declared ? Join($"{declared.Percent} %", reader.Date(declared.On), declared.Summary) : null)
            .Add("derived", Join(it.DerivedPercent is { } percent ? $"{percent} %" : null, reader.Name("progress", it.Progress)));
        foreach (var change in it.Changes)
            facts.Add("change", change.Id, reader.Name("change", change.Change.Kind), Join(reader.Name("change-state", change.State), change.Change.Ground));
        for (var place = 0; place < it.Suspensions.Length; place++)
            facts.Add("suspension", $"{place}", reader.Number(place + 1),
                Join(reader.Date(it.Suspensions[place].From), Date(it.Suspensions[place].Until, reader), it.Suspensions[place].Part));
        for (var place = 0; place < it.Breaches.Length; place++)
            facts.Add("breach", $"{place}", reader.Number(place + 1), Join(it.Breaches[place].By, it.Breaches[place].What, reader.Date(it.Breaches[place].On)));
    }

    private static void Papers(FactList facts, Agreement it, Reader reader)
    {
        for (var place = 0; place < it.Evidence.Length; place++)
        {
            var paper = it.Evidence[place].Document;
            facts.Add("evidence", $"{place}", reader.Number(place + 1), Join(paper.Title, paper.Reference, reader.Date(paper.DatedOn)));
        }

        for (var place = 0; place < it.Notices.Length; place++)
            facts.Add("notice", $"{place}", reader.Name("notice", it.Notices[place].Kind),
                Join(it.Notices[place].Document, it.Notices[place].To, reader.Date(it.Notices[place].On)));
        for (var place = 0; place < it.Publications.Length; place++)
            facts.Add("publication", $"{place}", reader.Number(place + 1),
                Join(it.Publications[place].Document, it.Publications[place].Where, reader.Date(it.Publications[place].On)));
        facts.Add("restriction", it.Restriction is { } restricted
            ? Join(restricted.Document, restricted.Ground, reader.Date(restricted.On), reader.Date(restricted.Until)) : null);
    }

    private static string? Date(DateOfRecord? date, Reader reader) => date is { } known ? reader.Date(known) : null;
}
