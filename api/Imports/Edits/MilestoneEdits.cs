using CityGrains.Api.Imports.Cells;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Edits;

/// <summary>
/// A row for each milestone. One that is recorded, named by its id or by its words, gets the due date and the result its row states; rows of a commitment
/// that is not recorded, one below the other, become that commitment, the first of an agreement in effect with a plan.
/// </summary>
internal sealed class MilestoneEdits : IEditPlan<Agreement, AgreementCommand>
{
    public string? Together(EditRow row) => row.Text(EditField.Milestone) is null ? $"{row.Id}\n{SearchText.Fold(row.Text(EditField.Commitment) ?? "")}" : null;

    public void Check(Agreement agreement, EditRow row)
    {
        row.Must(EditField.Title, agreement.Title.Vi, Unchangeable.Title);
        row.Must(EditField.Office, agreement.Office, Unchangeable.Office);
        Status(row);
        if (Find(agreement, row) is { } known) Check(row, known.Commitment, known.Step);
        else if (row.Text(EditField.Milestone) is not null) row.Fault(EditField.Milestone, Unchangeable.Code, Unchangeable.NoMilestone(agreement));
        else if (Commitment(agreement, row) is { } commitment) row.Fault(EditField.Step, Unchangeable.Code, Unchangeable.NoStep(commitment));
        else if (row.Text(EditField.Commitment) is null)
            row.Fault(EditField.Commitment, "import/empty", new Sentence("không được để trống", "must not be empty"));
    }

    public EditStep<AgreementCommand>? First(Agreement agreement, IReadOnlyList<EditRow> rows)
    {
        if (rows[0].Text(EditField.Milestone) is not null || rows.Any(row => Find(agreement, row) is not null)) return null;
        var first = rows[0];
        var commitment = new PlannedCommitment(
            first.Text(EditField.Commitment)!, first.Text(EditField.Owner) ?? "", first.Date(EditField.CommitmentDueOn) ?? Latest(rows))
        {
            Milestones = rows is [var only] && only.Text(EditField.Step) is null ? []
                : [.. rows.Select(row => new PlannedMilestone(row.Text(EditField.Step) ?? first.Text(EditField.Commitment)!, Due(row)))],
        };
        return agreement.State is LegalState.InEffect or LegalState.Implemented
            ? new(new AdoptPlan([commitment]) { Reference = first.Text(EditField.Plan) }) : new(new AddCommitment(commitment));
    }

    public EditStep<AgreementCommand>? Next(Agreement agreement, EditRow row) => Command(agreement, row) is { } command ? new(command)
    {
        Field = command switch { RescheduleMilestone => EditField.DueOn, AttachEvidence => EditField.Evidence, _ => EditField.Status },
    } : null;

    private static AgreementCommand? Command(Agreement agreement, EditRow row)
    {
        if (Find(agreement, row) is not { Step: var step }) return null;
        var note = row.Text(EditField.Reason) ?? "";
        var on = row.Date(EditField.SettledOn) ?? DateOfRecord.Unknown;
        if (row.Date(EditField.DueOn) is { } due && due != step.DueOn) return new RescheduleMilestone(step.Id, due, note);
        if (!row.SaidAsRecorded && Status(row) is { } status && status != step.Status)
        {
            return status switch
            {
                MilestoneStatus.Met => new MeetMilestone(step.Id, on) { Evidence = Evidence(row) },
                MilestoneStatus.PartiallyMet => new PartiallyMeetMilestone(step.Id, on, note),
                MilestoneStatus.Missed => new MissMilestone(step.Id, on, note),
                _ => new WaiveMilestone(step.Id, on, note),
            };
        }

        return Evidence(row) is { } evidence && !agreement.Evidence.Any(attached => attached.Document == evidence && attached.For == step.Id)
            ? new AttachEvidence(evidence) { For = step.Id } : null;
    }

    public string? FieldOf(string path) => path.Split('.', '[', ']')[^1] switch
    {
        "metOn" or "assessedOn" or "waivedOn" => EditField.SettledOn,
        "ground" or "remaining" or "reason" => EditField.Reason,
        "reference" when path.StartsWith("evidence", StringComparison.Ordinal) => EditField.EvidenceReference,
        "datedOn" => EditField.EvidenceDatedOn,
        "title" when path.StartsWith("evidence", StringComparison.Ordinal) => EditField.Evidence,
        "reference" => EditField.Plan,
        "owner" => EditField.Owner,
        "description" => path.Contains("milestones", StringComparison.Ordinal) ? EditField.Step : EditField.Commitment,
        "dueOn" => path.Contains("commitment", StringComparison.Ordinal) && !path.Contains("milestones", StringComparison.Ordinal)
            ? EditField.CommitmentDueOn : EditField.DueOn,
        _ => path,
    };

    private static void Check(EditRow row, Commitment commitment, Milestone step)
    {
        foreach (var (field, recorded) in new[] { (EditField.Commitment, commitment.Description), (EditField.Owner, commitment.Owner),
            (EditField.Step, step.Description) })
        {
            row.Must(field, recorded, Unchangeable.Commitment);
        }

        row.Must(EditField.CommitmentDueOn, commitment.DueOn, Unchangeable.Commitment);
        row.MustStay(EditField.DueOn, EditField.Status);
        if (row.Faults.Count > 0) return;

        var status = Status(row) ?? step.Status;
        row.SaidAsRecorded = status == step.Status;
        var isRescheduled = row.Date(EditField.DueOn) is { } due && due != step.DueOn;
        if (status is MilestoneStatus.Open && !row.SaidAsRecorded && !(step.Status is MilestoneStatus.Missed && isRescheduled))
            row.Fault(EditField.Status, Unchangeable.Code, Unchangeable.Reopened);
        else if (row.SaidAsRecorded && row.Differs(EditField.SettledOn, step.SettledOn)) row.Fault(EditField.SettledOn, Unchangeable.Code, Unchangeable.Dated);
    }

    private static (Commitment Commitment, Milestone Step)? Find(Agreement agreement, EditRow row)
    {
        var id = row.Text(EditField.Milestone);
        foreach (var commitment in agreement.Commitments)
        {
            foreach (var step in commitment.Milestones)
            {
                if (id is not null ? step.Id == id : IsSame(commitment.Description, row.Text(EditField.Commitment))
                    && IsSame(step.Description, row.Text(EditField.Step) ?? row.Text(EditField.Commitment))) return (commitment, step);
            }
        }

        return null;
    }

    private static Commitment? Commitment(Agreement agreement, EditRow row) =>
        agreement.Commitments.FirstOrDefault(commitment => IsSame(commitment.Description, row.Text(EditField.Commitment)));

    private static bool IsSame(string recorded, string? written) => written is not null && EditRow.Same(recorded, written);

    private static MilestoneStatus? Status(EditRow row)
    {
        if (row.Text(EditField.Status) is not { } text) return null;
        var (status, fault) = Vocabulary.Milestones.Read(text);
        if (fault is null) return status;
        if (row.Faults.Count == 0) row.Fault(EditField.Status, "import/bad-cell", fault);
        return null;
    }

    private static Evidence? Evidence(EditRow row) => row.Text(EditField.Evidence) is { } title
        ? new Evidence(title, row.Date(EditField.EvidenceDatedOn) ?? DateOfRecord.Unknown, row.Text(EditField.EvidenceReference)) : null;

    private static DateOfRecord Due(EditRow row) => row.Date(EditField.DueOn) ?? row.Date(EditField.CommitmentDueOn) ?? DateOfRecord.Unknown;

    private static DateOfRecord Latest(IReadOnlyList<EditRow> rows) => rows.Select(Due).MaxBy(date => date.Latest);
}
