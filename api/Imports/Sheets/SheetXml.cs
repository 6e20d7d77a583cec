using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>Reads the parts of a workbook, whose sender may mean no good: no DTD, nothing fetched, no more text than is allowed.</summary>
internal static class SheetXml
{
    /// <summary>Longest text of one cell, characters; a spreadsheet takes 32,767.</summary>
    private const int LongestText = 100_000;

    /// <summary>Opens a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="most">Most bytes it may unpack to.</param>
    /// <exception cref="SheetFaultException">It is larger.</exception>
    public static XmlReader Open(ZipArchiveEntry part, long most) => part.Length > most ? throw new SheetFaultException(SheetProblems.TooLarge)
        : XmlReader.Create(part.Open(), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
            MaxCharactersInDocument = most, // an archive that lies about the length of a part
        });

    /// <summary>The next element, or null at the end of the part.</summary>
    public static string? NextElement(this XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element) return xml.LocalName;
        }

        return null;
    }

    /// <summary>The text of the element the reader stands on, and goes to its end: that of its runs where it has any, without their reading aids.</summary>
    public static string Text(this XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text) = (xml.Depth, new StringBuilder());
        var inText = xml.LocalName is not ("si" or "is");
        int? aside = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement)
            {
                if (xml.LocalName == "rPh") aside ??= xml.Depth;
                else if (xml.LocalName == "t") inText = true;
            }
            else if (xml.NodeType is XmlNodeType.EndElement)
            {
                if (xml.Depth == aside) aside = null;
                if (xml.LocalName == "t") inText = false;
            }
            else if (inText && aside is null && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) Append(xml, text);
        }

        return text.ToString().Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text.ToString())! : text.ToString();
    }

    private static void Append(XmlReader xml, StringBuilder text)
    {
        var chunk = new char[1024];
        while (xml.ReadValueChunk(chunk, 0, chunk.Length) is > 0 and var read)
        {
            if (text.Append(chunk, 0, read).Length > LongestText) throw new SheetFaultException(SheetProblems.TooLarge);
        }
    }
}
