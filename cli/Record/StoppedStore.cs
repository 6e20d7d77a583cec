using System.CommandLine;
using CityGrains.Journal;
using CityGrains.Silo;

namespace CityGrains.Cli.Record;

/// <summary>A store opened by the operator while no server runs on it.</summary>
internal static class StoppedStore
{
    /// <summary>Exit code when the work could not be begun.</summary>
    public const int NotBegun = 2;

    /// <summary>The folder of the store.</summary>
    public static Option<string> Data() => new("--data") { Description = "Folder of the store", DefaultValueFactory = _ => "data" };

    /// <summary>Opens the store, does the work, closes it. Says in one sentence why the work could not be begun.</summary>
    public static async Task<int> With(string data, Func<IStore, Task<int>> work, CancellationToken cancel)
    {
        var options = new SiloOptions { DataDirectory = data };
        if (!File.Exists(options.DatabaseFile))
        {
            return await Refuse($"There is no store in the folder {data}; name its folder with --data. / Không có dữ liệu trong thư mục {data}; hãy chỉ thư mục bằng --data.");
        }

        try
        {
            await using var node = await Node.Open(options, cancel);
            return await work(node.Store);
        }
        catch (Exception cause) when (cause is DataDirectoryException or StoreIsNewerException or JournalUnavailableException)
        {
            return await Refuse(cause.Message);
        }
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return NotBegun;
    }
}
