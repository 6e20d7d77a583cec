using System.Text.Json;
using CityGrains.Journal;
using CityGrains.Journal.Export;
using CityGrains.Journal.Restoring;

namespace CityGrains.Cli.Record;

/// <summary>Work of an operator, and what is said when it cannot be done: a sentence, never a stack trace.</summary>
internal static class Attempt
{
    /// <summary>Exit code when the work ended as it should.</summary>
    public const int Done = 0;

    /// <summary>Exit code when something is wrong with the record or the file.</summary>
    public const int Wrong = 1;

    /// <summary>Exit code when the work could not be begun, or not be brought to its end.</summary>
    public const int NotDone = 2;

    /// <summary>Does it.</summary>
    public static async Task<int> Run(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (FileRefusedException refused)
        {
            return await Refuse(refused.Message, Wrong);
        }
        catch (ExportFormatException damaged)
        {
            return await Refuse($"{damaged.Reason.En} / {damaged.Reason.Vi}", Wrong);
        }
        catch (Exception cause) when (cause is StoreIsNewerException or JournalUnavailableException or FormatException or JsonException
            or IOException or UnauthorizedAccessException or HttpRequestException)
        {
            return await Refuse(cause.Message);
        }
        catch (OperationCanceledException)
        {
            return await Refuse("Stopped. / Đã dừng.");
        }
    }

    /// <summary>Says why not.</summary>
    public static async Task<int> Refuse(string sentence, int code = NotDone)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
