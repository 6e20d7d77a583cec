namespace CityGrains.Domain.Tests;

/// <summary>Strings that are no text. They cannot stand in an attribute: metadata is UTF-8, which has no halves of characters.</summary>
internal static class NoText
{
    public static readonly string[] Samples = ["\ud83d", "\ude00 half", "half \ud83d", "\ude00\ud83d", "\uFFFE", "nul \0", "\u001b[31m"];
}
