using CityGrains.Api.Imports.Cities;
using CityGrains.Api.Imports.Desk;
using CityGrains.Api.Imports.Edits;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Imports.Rows;
using CityGrains.Api.Queries.Due;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using CityGrains.Silo;
using Orleans;

namespace CityGrains.Api.Imports;

/// <summary>Imports files, one at a time: two at once would give cities ids without knowing of each other's.</summary>
internal sealed class ImportService(
    IRows rows, IJournal journal, KnownOffices offices, IGrainFactory grains, CountryDirectory countries, ImportMaps maps, ImportLimits limits,
    SiloOptions options,
    Viewpoints viewpoints, TimeProvider clock)
    : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The maps there are.</summary>
    public ImportMaps Maps => maps;

    /// <summary>How large a file may be.</summary>
    public ImportLimits Limits => limits;

    /// <summary>Folder files are kept in while they are imported.</summary>
    public string Folder => options.DataDirectory;

    /// <summary>Imports a file that was checked.</summary>
    /// <exception cref="Journal.JournalUnavailableException">The store failed; what was accepted is on disk, the same import can be made again.</exception>
    public async Task<ImportSummary> Import(ImportOrder order, SpooledFile spooled, CheckedFile file, ImportReport report, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (order.Map.Target is not ImportTarget.LegacyAgreements) return await Edit(order, spooled, file, report, cancel);
            var cities = await CityBook.Load(rows, cancel);
            IRecordDesk desk = order.DryRun ? new TrialDesk(rows, offices) : new GrainDesk(grains);
            var refused = new RefusedCells(file.Header, file.Separator);
            var recorder = new RowRecorder(order, new CityEntry(cities, desk), desk, new RecordedAgreements(rows), refused, clock);
            var feed = new RowFeed(order.Map, file, new AgreementRows(order, file.Header, cities, countries), recorder);
            return await new ImportRun(feed, cities, report, file.Rows, order.DryRun).Run(spooled.Rewind(), cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<ImportSummary> Edit(ImportOrder order, SpooledFile spooled, CheckedFile file, ImportReport report, CancellationToken cancel)
    {
        var now = await viewpoints.Now(cancel);
        IEditDesk desk = order.Map.Target switch
        {
            ImportTarget.Milestones => Desk(EditSubjects.Agreements, new MilestoneEdits()),
            ImportTarget.CityEdits => Desk(EditSubjects.Cities, new CityEdits(countries)),
            ImportTarget.ActivityEdits => Desk(EditSubjects.Activities, new ActivityEdits(countries)),
            ImportTarget.RequestEdits => new RequestDesk(
                Desk(EditSubjects.Agreements, new RequestEdits<Agreement, AgreementCommand>(
                    agreement => (agreement.Requests, agreement.Title.Vi), (request, answer) => new AnswerAgreementFeedback(request, answer), now.Today)),
                Desk(EditSubjects.Cities, new RequestEdits<City, CityCommand>(
                    city => (city.Requests, city.Name), (request, answer) => new AnswerCityFeedback(request, answer), now.Today))),
            _ => Desk(EditSubjects.Agreements, new AgreementEdits(countries, Flags(now))),
        };
        return await new EditRun(order, file, desk, report).Run(spooled.Rewind(), cancel);

        EditDesk<TState, TCommand, TEvent> Desk<TState, TCommand, TEvent>(EditSubject<TState, TCommand, TEvent> subject, IEditPlan<TState, TCommand> plan)
            where TState : class where TCommand : class where TEvent : DomainEvent => new(order, subject, plan, rows, journal, offices, grains, clock);
    }

    private static Func<Agreement, IEnumerable<FlagKind>> Flags(Viewpoint now) =>
        agreement => Standing.FlagsOf(agreement, now.Today, now.Terms.Of(agreement.Office), now.Rules).Select(flag => flag.Kind);

    public void Dispose() => _turn.Dispose();
}
