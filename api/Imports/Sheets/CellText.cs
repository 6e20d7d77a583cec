using System.Globalization;
using System.Xml;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Sheets;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>
/// A cell of a sheet as the text a person reads there: dates as exactly as they are shown, shares with their sign, line ends as <see cref="LineEnd"/>.
/// What a formula or an error shows is marked (<see cref="CalculatedCell"/>): nothing calculated becomes a record unseen.
/// </summary>
internal sealed class CellText(XlsxFile book)
{
    /// <summary>Stands for a line end within a cell (Unicode line separator), so that a row of a sheet stays one line.</summary>
    public const char LineEnd = '\u2028';

    /// <summary>The text of the cell the reader stands on; goes to its end.</summary>
    public string Read(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        var look = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? book.Formats[style] : book.Formats[0];
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        string value = "";
        string? formula = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "f") formula = xml.Text();
            else if (xml.LocalName is "v" or "is") value = xml.Text();
        }

        return formula is not null ? CalculatedCell.Formula(formula) : value.Length == 0 ? "" : Of(type, value, look);
    }

    private string Of(string? type, string value, NumberLook look) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < book.Texts.Count ? Written(book.Texts[index])
            : throw new InvalidDataException($"There is no text {value}."),
        "inlineStr" or "str" => Written(value),
        "b" => value == "1" ? "TRUE" : "FALSE",
        "e" => CalculatedCell.Error(value),
        "d" => value.Split('T')[0],
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Of(number, look)
            : throw new InvalidDataException($"'{value}' is no number."),
    };

    private string Of(double number, NumberLook look) => look switch
    {
        NumberLook.Percent => Plain(number * 100) + "%",
        NumberLook.Plain => Plain(number),
        _ => SerialDate.Text(number, look, book.From1904) ?? Plain(number),
    };

    /// <summary>As many digits as a spreadsheet shows: 15.</summary>
    private static string Plain(double number) => Math.Abs(number) is 0 or (>= 1e-9 and < 1e28)
        ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Written(string text) => GuardedText.Guard(text).ReplaceLineEndings(LineEnd.ToString());
}
