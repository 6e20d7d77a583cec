using System.Globalization;
using System.Xml;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>How the numbers of a workbook are shown, by the style of their cells.</summary>
internal sealed class CellFormats
{
    private const int MostStyles = 100_000;

    private readonly List<NumberLook> _looks = [];

    /// <summary>A workbook without styles.</summary>
    public static CellFormats None { get; } = new();

    /// <summary>What a number of a style looks like.</summary>
    public NumberLook this[int style] => style >= 0 && style < _looks.Count ? _looks[style] : NumberLook.Plain;

    /// <summary>Reads the part of styles.</summary>
    public static CellFormats Read(XmlReader xml)
    {
        var formats = new CellFormats();
        var own = new Dictionary<int, NumberLook>();
        var inCells = false;
        while (xml.NextElement() is { } name)
        {
            if (name is "cellXfs" or "cellStyleXfs") inCells = name == "cellXfs";
            else if (name is "cellStyles" or "dxfs") inCells = false;
            else if (name == "numFmt" && Number(xml, "numFmtId") is { } id) own[id] = NumberFormat.OfCode(xml.GetAttribute("formatCode") ?? "");
            else if (name == "xf" && inCells && formats._looks.Count < MostStyles) formats._looks.Add(Look(own, Number(xml, "numFmtId") ?? 0));
        }

        return formats;
    }

    private static NumberLook Look(Dictionary<int, NumberLook> own, int id) => own.TryGetValue(id, out var look) ? look : NumberFormat.OfBuiltIn(id);

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
