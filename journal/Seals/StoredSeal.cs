using System.Globalization;
using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Journal.Seals;

/// <summary>Reads signed texts as stores keep them, under a number that the text must bear out.</summary>
internal static class StoredSeal
{
    /// <summary>The statement of a key.</summary>
    /// <exception cref="FormatException">It is damaged.</exception>
    public static KeyStatement Key(long number, string text) =>
        Read($"The statement of key {number.ToString(CultureInfo.InvariantCulture)}", text, KeyStatement.Parse, statement => statement.Number == number);

    /// <summary>A checkpoint.</summary>
    /// <exception cref="FormatException">It is damaged.</exception>
    public static Checkpoint Checkpoint(long size, string text) =>
        Read($"The checkpoint of size {size.ToString(CultureInfo.InvariantCulture)}", text, Signing.Checkpoint.Parse, checkpoint => checkpoint.Size == size);

    private static T Read<T>(string what, string text, Func<string, T> parse, Func<T, bool> isRight)
    {
        try
        {
            var read = parse(text);
            return isRight(read) ? read : throw new FormatException("It is stored under another number.");
        }
        catch (FormatException cause)
        {
            throw new FormatException($"{what} is damaged: {cause.Message}", cause);
        }
    }
}
