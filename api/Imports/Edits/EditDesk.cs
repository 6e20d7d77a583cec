using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using Orleans;

namespace CityGrains.Api.Imports.Edits;

/// <summary>
/// Brings agreements to what rows say of them. Each row, or the rows of one new commitment, is tried on the state first, so that none is done by half;
/// then its commands go to the grain, each at the version it was tried on. A trial stops before that.
/// </summary>
internal sealed class EditDesk(ImportOrder order, IEditPlan plan, IRows rows, IJournal journal, KnownOffices offices, IGrainFactory grains, TimeProvider clock)
{
    private const int MostCommands = 10;

    private readonly Dictionary<string, (long Before, Agreement Now)> _touched = new(StringComparer.Ordinal);

    /// <summary>True when the rows were brought about, false when they were so already; faults are noted with them.</summary>
    /// <exception cref="JournalUnavailableException">The store failed; the same import can be made again.</exception>
    public async Task<bool> Bring(IReadOnlyList<EditRow> together, CancellationToken cancel)
    {
        var first = together[0];
        var (current, isStale) = await Current(first, cancel);
        if (current is not { } agreement) return false;
        plan.Check(agreement, together);
        var trial = new Trial(this, agreement);
        if (NoFaults(together) && plan.First(agreement, together) is { } command) await trial.Try(command, first, cancel);
        foreach (var row in together)
        {
            for (var n = 0; n < MostCommands && NoFaults(together) && plan.Next(trial.Now, row) is { } next; n++)
            {
                if (!await trial.Try(next, row, cancel)) break;
            }
        }

        var isEdited = !NoFaults(together) || trial.Planned.Count > 0; // What is so already may be in a sheet of another office, or of old.
        if (isEdited && !await MayEdit(agreement, cancel)) OtherOffice(first, agreement);
        else if (isEdited && isStale) Stale(first, agreement.Version);
        if (!NoFaults(together) || trial.Planned.Count == 0) return false;
        if (!order.DryRun && !await Send(agreement, trial, cancel)) return false;
        _touched[agreement.Id] = (_touched.TryGetValue(agreement.Id, out var touched) ? touched.Before : agreement.Version, trial.Now);
        return true;
    }

    private static bool NoFaults(IReadOnlyList<EditRow> together) => together.All(row => row.Faults.Count == 0);

    /// <summary>The agreement, and whether the row is of another version of it than that of before this import, or of now.</summary>
    private async Task<(Agreement? Agreement, bool IsStale)> Current(EditRow row, CancellationToken cancel)
    {
        var id = row.Id;
        if (_touched.TryGetValue(id, out var touched)) return (touched.Now, row.Version is { } said && said != touched.Before && said != touched.Now.Version);
        var found = RecordId.IsValid(id) ? await rows.Find(new StreamId(StreamKind.Agreement, id), cancel) : null;
        if (found is null)
        {
            row.Fault(EditField.Id, "agreement/not-found", new Sentence("không có trong hồ sơ; tìm mã bằng GET /api/v1/agreements?q=tên", "is no agreement of the record; find its id by GET /api/v1/agreements?q=name"));
            return (null, false);
        }

        var agreement = JsonSerializer.Deserialize(found.Body, JournalJson.Default.Agreement)!;
        return (agreement, row.Version is { } version && version != agreement.Version);
    }

    private static void OtherOffice(EditRow row, Agreement agreement)
    {
        row.Faults.Clear();
        row.Fault(EditField.Id, "import/other-office", new Sentence(
            $"thuộc cơ quan khác ({agreement.Office}); nhập bằng khóa của cơ quan đó", $"belongs to another office ({agreement.Office}); import it with a key of that office"));
    }

    /// <summary>A row of another version says something else than the record: nobody can tell whether it was edited or is only old.</summary>
    private static void Stale(EditRow row, long now)
    {
        row.Faults.Clear();
        row.Fault(EditField.Version, "import/stale", new Sentence(
            $"không còn là phiên bản hiện tại ({now}): thỏa thuận đã thay đổi sau khi xuất; xuất lại rồi sửa trên bản mới",
            $"is not the present version ({now}): the agreement has changed since the export; export it again and edit that"));
    }

    private async ValueTask<bool> MayEdit(Agreement agreement, CancellationToken cancel) =>
        order.Caller.Roles.Contains(Role.Admin, StringComparer.Ordinal) || (await offices.Read(cancel)).AreSame(agreement.Office, order.Caller.Office);

    private async Task<bool> Send(Agreement agreement, Trial trial, CancellationToken cancel)
    {
        var version = agreement.Version;
        foreach (var (command, context, row) in trial.Planned)
        {
            cancel.ThrowIfCancellationRequested();
            var outcome = await grains.GetGrain<IAgreementGrain>(agreement.Id).ExecuteAndLeave(command, context with { ExpectedVersion = version });
            if (outcome.Status is CommandStatus.Refused) row.Fault(outcome.Refusal!, plan.FieldOf);
            else if (outcome.Status is not (CommandStatus.Accepted or CommandStatus.Unchanged)) Stale(row, outcome.Version);
            if (row.Faults.Count > 0)
            {
                _touched.Remove(agreement.Id);
                return false;
            }

            version = outcome.Version;
        }

        return true;
    }

    private CommandContext Context(string agreement, AgreementCommand command, EditRow row)
    {
        var now = clock.GetUtcNow();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{agreement}\n{command}\n{row.Date(EditField.ReportedOn)}")));
        var id = row.Version is null && command is ReportProgress ? CommandIdentity.Part(Guid.Empty, $"{order.Caller.Name}\n{hash}") : Guid.CreateVersion7(now);
        return new CommandContext(id, hash, order.Caller.Name, order.Caller.Office, now)
        {
            OccurredOn = command is ReportProgress ? row.Date(EditField.ReportedOn) : null,
            Source = SourceOf(row),
            Reason = command is CorrectRecord or AssignOffice ? row.Text(EditField.Reason) : null,
            CorrelationId = order.CorrelationId,
            OwnOfficeOnly = order.Caller.OwnOfficeOnly,
        };
    }

    private SourceDocument SourceOf(EditRow row)
    {
        var line = FormattableString.Invariant($"{order.File}, line {row.Line}");
        var reference = row.Text(EditField.SourceReference);
        return row.Text(EditField.Source) is { } source ? new SourceDocument(source, reference is null ? line : $"{reference}; {line}")
            : new SourceDocument(order.Map.Source.Replace("{file}", order.File, StringComparison.Ordinal), reference is null ? line : $"{reference}; {line}");
    }

    /// <summary>What would become of an agreement.</summary>
    private sealed class Trial(EditDesk desk, Agreement agreement)
    {
        /// <summary>The agreement after what was tried.</summary>
        public Agreement Now { get; private set; } = agreement;

        /// <summary>What was tried and is to be sent.</summary>
        public List<(AgreementCommand Command, CommandContext Context, EditRow Row)> Planned { get; } = [];

        /// <summary>Tries a command; false when it is refused, which is noted with its row, or changes nothing.</summary>
        public async ValueTask<bool> Try(AgreementCommand command, EditRow row, CancellationToken cancel)
        {
            var context = desk.Context(Now.Id, command, row);
            if (row.Version is null && command is ReportProgress && (await desk.ReadCommand(context.CommandId, cancel)).Count > 0) return false; // An earlier import said it.
            var decision = AgreementDecider.Decide(Now, command, context);
            if (decision.Refusal is { } refusal) row.Fault(refusal, desk.FieldOf);
            if (decision.Refusal is not null || decision.Events.Count == 0) return false;
            Planned.Add((command, context, row));
            Now = decision.Events.Aggregate(Now, (state, happened) =>
                Agreement.Evolve(state, new Happening<AgreementEvent>(happened, context.DateOf(happened), context.Now, context.Actor)));
            return true;
        }
    }

    private ValueTask<IReadOnlyList<RecordedEvent>> ReadCommand(Guid id, CancellationToken cancel) => journal.ReadCommand(id, cancel);

    private string? FieldOf(string path) => plan.FieldOf(path);
}
