using System.IO.Compression;
using System.Text;

namespace CityGrains.Api.Tests.Imports;

/// <summary>A workbook written part by part, as no spreadsheet program would let one.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A workbook of sheets.</summary>
    /// <param name="sheets">Name, what stands in its worksheet element, and its state: empty, hidden or veryHidden.</param>
    /// <param name="properties">Attributes of workbookPr, as <c>date1904="1"</c>.</param>
    /// <param name="styles">Number formats of the styles 1, 2, …</param>
    public static byte[] Of(IReadOnlyList<(string Name, string Xml, string State)> sheets, string properties = "", params IReadOnlyList<string> styles) => Zip(
    [
        ("_rels/.rels", $"<Relationships xmlns='{Relations}'><Relationship Id='r1' Type='{Related}/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
        ("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Related}'><workbookPr {properties}/><sheets>" + string.Concat(sheets.Select((sheet, i) =>
            $"<sheet name='{sheet.Name}' sheetId='{i + 1}' {(sheet.State.Length > 0 ? $"state='{sheet.State}'" : "")} r:id='s{i}'/>")) + "</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{Relations}'><Relationship Id='st' Type='{Related}/styles' Target='/xl/styles.xml'/>" + string.Concat(sheets.Select((_, i) =>
            $"<Relationship Id='s{i}' Type='{Related}/worksheet' Target='worksheets/sheet{i}.xml'/>")) + "</Relationships>"),
        ("xl/styles.xml", $"<styleSheet xmlns='{Main}'><numFmts>" + string.Concat(styles.Select((format, i) => $"<numFmt numFmtId='{164 + i}' formatCode='{format}'/>"))
            + "</numFmts><cellXfs><xf numFmtId='0'/>" + string.Concat(styles.Select((_, i) => $"<xf numFmtId='{164 + i}'/>")) + "</cellXfs></styleSheet>"),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i}.xml", $"<worksheet xmlns='{Main}'>{sheet.Xml}</worksheet>")),
    ]);

    /// <summary>One sheet of rows; a cell is XML, as <c>&lt;v&gt;1&lt;/v&gt;</c>, or text.</summary>
    public static string Rows(params IReadOnlyList<string[]> rows) => "<sheetData>" + string.Concat(
        rows.Select(row => "<row>" + string.Concat(row.Select(cell =>
        cell.StartsWith('<') ? cell
            : $"<c t='inlineStr'><is><t xml:space='preserve'>{System.Security.SecurityElement.Escape(cell)}</t></is></c>")) + "</row>")) + "</sheetData>";

    /// <summary>An archive of parts.</summary>
    public static byte[] Zip(IReadOnlyList<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
