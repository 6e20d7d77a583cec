using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CityGrains.Api.Tests.Reports;

/// <summary>Reads a spreadsheet as other programs do.</summary>
internal static class Spreadsheet
{
    /// <summary>The texts of each sheet, row by row; the test fails when the file breaks the standard, or holds a formula.</summary>
    public static Dictionary<string, IReadOnlyList<string[]>> Read(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var workbook = document.WorkbookPart!;
        return workbook.Workbook.Descendants<Sheet>().ToDictionary(
            sheet => sheet.Name!.Value!, sheet => Rows((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)));
    }

    private static IReadOnlyList<string[]> Rows(WorksheetPart part)
    {
        Assert.Empty(part.Worksheet.Descendants<CellFormula>());
        return [.. part.Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InlineString?.Text?.Text ?? cell.CellValue!.Text).ToArray())];
    }
}
