using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using Orleans;

namespace CityGrains.Api.Imports.Edits;

/// <summary>
/// Brings records to what rows say of them. Each row, or the rows of one new commitment, is tried on the state first, so that none is done by half;
/// then its commands go to the grain, each at the version it was tried on. A trial stops before that.
/// </summary>
internal sealed class EditDesk<TState, TCommand, TEvent>(
    ImportOrder order, EditSubject<TState, TCommand, TEvent> subject, IEditPlan<TState, TCommand> plan, IRows rows, IJournal journal, KnownOffices offices,
    IGrainFactory grains, TimeProvider clock) : IEditDesk
    where TState : class
    where TCommand : class
    where TEvent : DomainEvent
{
    private const int MostCommands = 10;

    private readonly Dictionary<string, (TState Before, TState Now)> _touched = new(StringComparer.Ordinal);

    public string? Together(EditRow row) => plan.Together(row);

    public async Task<bool> Bring(IReadOnlyList<EditRow> together, CancellationToken cancel)
    {
        var first = together[0];
        var id = plan.RecordOf(first);
        if (await Known(id, first, cancel) is not (var before, { } current)) return false;
        foreach (var row in together) plan.Check(current, row);
        var trial = new Trial(id, current);
        if (NoFaults(together) && plan.First(current, together) is { } step) await Try(trial, step, first, cancel);
        foreach (var row in together)
        {
            for (var n = 0; n < MostCommands && NoFaults(together) && plan.Next(trial.Now, row) is { } next; n++)
            {
                if (!await Try(trial, next, row, cancel)) break;
            }
        }

        var isEdited = !NoFaults(together) || trial.Planned.Count > 0; // What is so already may be in a sheet of another office, or of old.
        if (isEdited && !await MayEdit(current, cancel)) OtherOffice(first, subject.Office(current)!);
        else if (isEdited && first.Version is { } said && VersionOf(current, first) is var now && said != now && said != VersionOf(before, first))
            Stale(first, now);
        if (!NoFaults(together) || trial.Planned.Count == 0) return false;
        if (!order.DryRun && !await Send(trial, subject.Version(current), cancel)) return false;
        _touched[id] = (before, trial.Now);
        return true;
    }

    private static bool NoFaults(IReadOnlyList<EditRow> together) => together.All(row => row.Faults.Count == 0);

    private long VersionOf(TState state, EditRow row) => plan.VersionOf(state, row) ?? subject.Version(state);

    /// <summary>The record before this import, and now; null where there is none.</summary>
    private async Task<(TState Before, TState? Now)> Known(string id, EditRow row, CancellationToken cancel)
    {
        if (_touched.TryGetValue(id, out var touched)) return touched;
        if (RecordId.IsValid(id) && await rows.Find(new StreamId(subject.Type.Kind, id), cancel) is { } found
            && JsonSerializer.Deserialize(found.Body, subject.Type.Json) is { } state) return (state, state);
        row.Fault(EditField.Id, StreamId.NameOf(subject.Type.Kind) + "/not-found", new Sentence(
            $"không có trong hồ sơ; tìm mã bằng GET /api/v1/{subject.List}?q=tên", $"is not in the record; find the id by GET /api/v1/{subject.List}?q=name"));
        return default;
    }

    private static void OtherOffice(EditRow row, string office)
    {
        row.Faults.Clear();
        row.Fault(EditField.Id, "import/other-office", new Sentence(
            $"thuộc cơ quan khác ({office}); nhập bằng khóa của cơ quan đó", $"belongs to another office ({office}); import it with a key of that office"));
    }

    /// <summary>A row of another version says something else than the record: nobody can tell whether it was edited or is only old.</summary>
    private static void Stale(EditRow row, long now)
    {
        row.Faults.Clear();
        row.Fault(EditField.Version, "import/stale", new Sentence(
            $"không còn là phiên bản hiện tại ({now}): hồ sơ đã thay đổi sau khi xuất; xuất lại rồi sửa trên bản mới",
            $"is not the present version ({now}): the record has changed since the export; export it again and edit that"));
    }

    private async ValueTask<bool> MayEdit(TState state, CancellationToken cancel) =>
        subject.Office(state) is not { } office || order.Caller.Roles.Contains(Role.Admin, StringComparer.Ordinal)
        || (await offices.Read(cancel)).AreSame(office, order.Caller.Office);

    private async Task<bool> Send(Trial trial, long version, CancellationToken cancel)
    {
        foreach (var (command, context, row) in trial.Planned)
        {
            cancel.ThrowIfCancellationRequested();
            var outcome = await subject.Send(grains, trial.Id, command, context with { ExpectedVersion = version });
            if (outcome.Status is CommandStatus.Refused) row.Fault(outcome.Refusal!, FieldOf);
            else if (outcome.Status is not (CommandStatus.Accepted or CommandStatus.Unchanged)) Stale(row, outcome.Version);
            if (row.Faults.Count > 0)
            {
                _touched.Remove(trial.Id);
                return false;
            }

            version = outcome.Version;
        }

        return true;
    }

    private CommandContext Context(string id, EditStep<TCommand> step, EditRow row)
    {
        var now = clock.GetUtcNow();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{step.Command}\n{step.On}")));
        var commandId = IsHeardOnce(step, row) ? CommandIdentity.Part(Guid.Empty, $"{order.Caller.Name}\n{hash}") : Guid.CreateVersion7(now);
        return new CommandContext(commandId, hash, order.Caller.Name, order.Caller.Office, now)
        {
            OccurredOn = step.On,
            Source = SourceOf(row),
            Reason = step.Reason,
            CorrelationId = order.CorrelationId,
            OwnOfficeOnly = order.Caller.OwnOfficeOnly,
        };
    }

    private static bool IsHeardOnce(EditStep<TCommand> step, EditRow row) => step.Once && row.Version is null;

    private SourceDocument SourceOf(EditRow row)
    {
        var line = FormattableString.Invariant($"{order.File}, line {row.Line}");
        var reference = row.Text(EditField.SourceReference);
        var title = row.Text(EditField.Source) ?? order.Map.Source.Replace("{file}", order.File, StringComparison.Ordinal);
        return new SourceDocument(title, reference is null ? line : $"{reference}; {line}");
    }

    private string? FieldOf(string path) => path switch
    {
        "source.title" or "source" => EditField.Source,
        "source.reference" => EditField.SourceReference,
        _ => plan.FieldOf(path),
    };

    /// <summary>Tries a step; false when it is refused, which is noted with its row, or changes nothing.</summary>
    private async ValueTask<bool> Try(Trial trial, EditStep<TCommand> step, EditRow row, CancellationToken cancel)
    {
        var context = Context(trial.Id, step, row);
        if (IsHeardOnce(step, row) && (await journal.ReadCommand(context.CommandId, cancel)).Count > 0) return false; // An earlier import said it.
        var decision = subject.Decide(trial.Now, step.Command, context);
        if (decision.Refusal is { } refusal) row.Fault(refusal, FieldOf, step.Field);
        if (decision.Refusal is not null || decision.Events.Count == 0) return false;
        trial.Planned.Add((step.Command, context, row));
        foreach (var happened in decision.Events)
        {
            row.Planned.Add(PlannedEvent.Of(happened, context));
            trial.Now = subject.Type.Evolve(trial.Now, new Happening<TEvent>(happened, context.DateOf(happened), context.Now, context.Actor));
        }

        return true;
    }

    /// <summary>What would become of a record.</summary>
    private sealed class Trial(string id, TState before)
    {
        public string Id => id;

        /// <summary>The record after what was tried.</summary>
        public TState Now { get; set; } = before;

        /// <summary>What was tried and is to be sent.</summary>
        public List<(TCommand Command, CommandContext Context, EditRow Row)> Planned { get; } = [];
    }
}
