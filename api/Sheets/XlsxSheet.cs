using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CityGrains.Api.Sheets;

/// <summary>
/// A workbook of one sheet (ISO/IEC 29500), written as it comes. Text is typed as text and its cells are formatted so, also those still to be filled in:
/// what a person types there stays as it was typed, a date with its precision.
/// </summary>
internal sealed class XlsxSheet : ISheetWriter
{
    private const int LongestCell = 32_767, Heading = 1, Typed = 2, Quoted = 3;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first day of the format's calendar

    private readonly ZipArchive _archive;
    private readonly XmlWriter _xml;
    private int _row;

    /// <summary>Begins it.</summary>
    /// <param name="output">Takes the file; stays open.</param>
    /// <param name="columns">How many columns it has.</param>
    public XlsxSheet(Stream output, int columns)
    {
        _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Write("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/>"
            + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Types}worksheet+xml\"/></Types>");
        Write("_rels/.rels",
            $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Related}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Write("xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Related}\"><sheets><sheet name=\"CityGrains\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Write("xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Related}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + $"<Relationship Id=\"r2\" Type=\"{Related}/styles\" Target=\"styles.xml\"/></Relationships>");
        Write("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts><font/><font><b/></font></fonts>"
            + "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders><border/></borders>"
            + "<cellStyleXfs><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs>"
            + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/><xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        _xml = XmlWriter.Create(Entry("xl/worksheets/sheet1.xml"),
            new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = true });
        Begin(columns);
    }

    public void Row(IReadOnlyList<SheetCell> cells)
    {
        _xml.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", (++_row).ToString(CultureInfo.InvariantCulture));
        for (var column = 0; column < cells.Count; column++)
        {
            if (cells[column].Text.Length > 0) Cell(cells[column], column);
        }

        _xml.WriteEndElement();
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Dispose();
        _archive.Dispose();
    }

    private void Begin(int columns)
    {
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        _xml.WriteRaw(
            $"<cols><col min=\"1\" max=\"{columns.ToString(CultureInfo.InvariantCulture)}\" width=\"22\" style=\"{Typed}\" customWidth=\"1\"/></cols>");
        _xml.WriteStartElement("sheetData", Main);
    }

    private void Cell(SheetCell cell, int column)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", Letters(column) + _row.ToString(CultureInfo.InvariantCulture));
        if (cell.IsNumber) _xml.WriteElementString("v", Main, cell.Text);
        else
        {
            var style = _row == 1 ? Heading : GuardedText.Guard(cell.Text).Length > cell.Text.Length ? Quoted : Typed;
            _xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is", Main);
            _xml.WriteStartElement("t", Main);
            _xml.WriteAttributeString("xml", "space", ns: null, "preserve");
            _xml.WriteString(Clean(cell.Text));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < 0x10000 && !XmlConvert.IsXmlChar((char)rune.Value)) clean.Append('\uFFFD');
            else clean.Append(rune.ToString());
        }

        return clean.Length <= LongestCell ? clean.ToString() : clean.ToString(0, LongestCell - 1) + "…";
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private void Write(string name, string xml)
    {
        using var writer = new StreamWriter(Entry(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
    }

    private Stream Entry(string name)
    {
        var entry = _archive.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }
}
