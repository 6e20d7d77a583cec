using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CityGrains.Api.Reports;

/// <summary>
/// A spreadsheet (ISO/IEC 29500) of texts and numbers. Text is written as inline strings, which no program takes for formulas; nothing in it depends on when
/// or where it was made.
/// </summary>
internal sealed class Workbook
{
    private const int LongestCell = 32_767;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first day of the format's calendar

    private readonly List<(string Name, XElement Sheet)> _sheets = [];

    /// <summary>Adds a sheet.</summary>
    /// <param name="name">Its name, at most 31 characters.</param>
    /// <param name="widths">Width of each column, characters.</param>
    /// <param name="rows">Its rows; the first is the heading. A cell is text or a whole number.</param>
    public void Add(string name, IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<object>> rows) => _sheets.Add((name, new XElement(Main + "worksheet",
        new XElement(Main + "sheetViews", new XElement(Main + "sheetView", new XAttribute("workbookViewId", 0),
            new XElement(Main + "pane", new XAttribute("ySplit", 1), new XAttribute("topLeftCell", "A2"), new XAttribute("activePane", "bottomLeft"),
                new XAttribute("state", "frozen")))),
        new XElement(Main + "cols", widths.Select((width, i) => new XElement(Main + "col", new XAttribute("min", i + 1), new XAttribute("max", i + 1),
            new XAttribute("width", width), new XAttribute("customWidth", 1)))),
        new XElement(Main + "sheetData", rows.Select((row, i) => new XElement(Main + "row", new XAttribute("r", i + 1),
            row.Select((cell, column) => Cell(cell, i + 1, column))))))));

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", new XElement(Types + "Types",
                new XElement(Types + "Default", new XAttribute("Extension", "rels"),
                    new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
                Override("/xl/workbook.xml", "sheet.main"), Override("/xl/styles.xml", "styles"),
                _sheets.Select((_, i) => Override($"/xl/worksheets/sheet{i + 1}.xml", "worksheet"))));
            Write(archive, "_rels/.rels", new XElement(Package + "Relationships", Relation("rId1", "officeDocument", "xl/workbook.xml")));
            Write(archive, "xl/workbook.xml", new XElement(Main + "workbook", new XAttribute(XNamespace.Xmlns + "r", Related),
                new XElement(Main + "sheets", _sheets.Select((sheet, i) =>
                new XElement(
                    Main + "sheet", new XAttribute("name", sheet.Name), new XAttribute("sheetId", i + 1), new XAttribute(Related + "id", $"rId{i + 1}"))))));
            Write(archive, "xl/_rels/workbook.xml.rels", new XElement(Package + "Relationships",
                _sheets.Select((_, i) => Relation($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                Relation($"rId{_sheets.Count + 1}", "styles", "styles.xml")));
            Write(archive, "xl/styles.xml", Styles());
            for (var i = 0; i < _sheets.Count; i++) Write(archive, $"xl/worksheets/sheet{i + 1}.xml", _sheets[i].Sheet);
        }

        return file.ToArray();
    }

    private static XElement Cell(object value, int row, int column)
    {
        var cell = new XElement(
            Main + "c", new XAttribute("r", $"{(char)('A' + column)}{row.ToString(CultureInfo.InvariantCulture)}"), row == 1 ? new XAttribute("s", 1) : null);
        if (value is int number) cell.Add(new XElement(Main + "v", number));
        else cell.Add(new XAttribute("t", "inlineStr"), new XElement(Main + "is",
            new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Clean((string)value))));
        return cell;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(rune.Value < 0x10000 && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return clean.Length <= LongestCell ? clean.ToString() : $"{clean.ToString(0, LongestCell - 1)}…";
    }

    private static XElement Styles() => new(Main + "styleSheet",
        new XElement(Main + "fonts", new XElement(Main + "font"), new XElement(Main + "font", new XElement(Main + "b"))),
        new XElement(Main + "fills", new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", "none"))),
            new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", "gray125")))),
        new XElement(Main + "borders", new XElement(Main + "border")),
        new XElement(Main + "cellStyleXfs", Format(0)),
        new XElement(Main + "cellXfs", Format(0), Format(1)));

    private static XElement Format(int font) => new(Main + "xf",
        new XAttribute("numFmtId", 0), new XAttribute("fontId", font), new XAttribute("fillId", 0), new XAttribute("borderId", 0), font == 0 ? null
            : new XAttribute("applyFont", 1));

    private static XElement Override(string part, string type) => new(Types + "Override",
        new XAttribute("PartName", part), new XAttribute("ContentType", $"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml"));

    private static XElement Relation(string id, string type, string target) => new(Package + "Relationship",
        new XAttribute("Id", id), new XAttribute("Type", $"{Related}/{type}"), new XAttribute("Target", target));

    private static void Write(ZipArchive archive, string name, XElement content)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        content.WriteTo(writer);
    }
}
