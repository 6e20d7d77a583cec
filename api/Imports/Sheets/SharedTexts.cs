using System.Xml;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>The texts of a workbook, which its cells name by number. They must be in memory, so there may be so many characters of them and no more.</summary>
internal static class SharedTexts
{
    private const long MostCharacters = 64 * 1024 * 1024;
    private const int EachCosts = 32;

    /// <summary>Reads the part of shared texts.</summary>
    /// <exception cref="SheetFaultException">They are too many.</exception>
    public static List<string> Read(XmlReader xml)
    {
        var texts = new List<string>();
        var size = 0L;
        while (xml.NextElement() is { } name)
        {
            if (name != "si") continue;
            var text = xml.Text();
            if ((size += text.Length + EachCosts) > MostCharacters) throw new SheetFaultException(SheetProblems.TooLarge);
            texts.Add(text);
        }

        return texts;
    }
}
