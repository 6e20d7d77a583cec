using CityGrains.Api.Tests.Hosting;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Tests.Feed;

/// <summary>Puts events into a store without asking anybody.</summary>
internal static class Recording
{
    private static int s_commands;

    public static Task<AppendOutcome> Record(this ApiServer server, string agreement, params AgreementEvent[] happened) =>
        server.Store.Record(agreement, happened);

    public static async Task<AppendOutcome> Record(this IStore store, string agreement, params AgreementEvent[] happened)
    {
        var context = new CommandContext(new Guid(Interlocked.Increment(ref s_commands), 0, 7, new byte[8]), "00ff", "lan", "Sở Ngoại vụ",
            new DateTimeOffset(2026, 3, 15, 5, 0, 0, TimeSpan.Zero));
        return await (await StreamRecord<Agreement, AgreementEvent>.Load(store.Journal, RecordTypes.Agreement, agreement)).Append(happened, context);
    }

    public static AgreementEvent Archived(string where = "Kho lưu trữ") => new AgreementArchived(where);
}
