using System.CommandLine;
using CityGrains.Journal.Verification;
using CityGrains.Silo;

namespace CityGrains.Cli.Record;

/// <summary>
/// <c>rebuild</c>: throws the rows away and folds them anew from the events; of a stopped SQLite store, of a PostgreSQL store, or by the server that serves
/// it.
/// </summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var place = new Place();
        var server = new Served();
        var command = new Command("rebuild", "Write the rows anew from the events / Dựng lại các dòng dữ liệu từ sự kiện");
        place.AddTo(command);
        server.AddTo(command);
        command.SetAction((parsed, cancel) => Attempt.Run(() => server.Find(parsed, place.Of(parsed)) is { } found ? ByServer(found, cancel)
            : Here(place.Of(parsed), cancel)));
        return command;
    }

    private static async Task<int> Here(SiloOptions place, CancellationToken cancel)
    {
        await (await Stores.Read(place, cancel)).DisposeAsync(); // there is something to rebuild
        using var folder = place.Postgres is null ? DataDirectory.Hold(place.DataDirectory) : null;
        await using var store = await Stores.Open(place, cancel);
        using var line = new ProgressLine();
        await store.Rebuild(line.Of<RebuildProgress>(progress => ("Rows", progress.Done, progress.Total)), cancel);
        line.End();
        var summary = await store.Rows.Summary(cancel);
        await Console.Out.WriteLineAsync($"rebuilt: {Counted.Of(summary.Agreements, "agreement")}, {Counted.Of(summary.Cities, "city", "cities")}");
        return Attempt.Done;
    }

    private static async Task<int> ByServer(ServedStore server, CancellationToken cancel)
    {
        using var line = new ProgressLine();
        using (server)
        {
            var end = await server.Run("rebuild", now => line.Show("Rows", now), cancel);
            line.End();
            if (end.GetProperty("status").GetString() is not "done")
                return await Attempt.Refuse("The rows could not be written anew and are as before; the server's log says why. / Không dựng lại được, dữ liệu vẫn như cũ; xem nhật ký của máy chủ.");
            await Console.Out.WriteLineAsync($"rebuilt from {Counted.Of(end.GetProperty("total").GetInt64(), "event")}");
            return Attempt.Done;
        }
    }
}
