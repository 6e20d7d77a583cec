using CityGrains.Api.Problems;
using CityGrains.Domain.Checks;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Sheets;

/// <summary>The forms of a spreadsheet.</summary>
internal enum SheetFormat
{
    /// <summary>CSV, UTF-8 with a byte order mark, by which Excel knows it.</summary>
    Csv,

    /// <summary>A workbook of one sheet.</summary>
    Xlsx,
}

/// <summary>Which form and language of a sheet a request asks for.</summary>
/// <param name="Format">The form.</param>
/// <param name="Vietnamese">The language of its names.</param>
internal sealed record SheetQuestion(SheetFormat Format, bool Vietnamese)
{
    /// <summary>The parameters: they go before <c>Accept</c> and <c>Accept-Language</c>.</summary>
    public const string FormatName = "format", LanguageName = "lang";

    /// <summary>The media types.</summary>
    public const string CsvType = "text/csv", XlsxType = Reports.ReportQuestion.XlsxType;

    /// <summary>The forms by name.</summary>
    public const string Json = "json", Csv = "csv", Xlsx = "xlsx";

    /// <summary>The media type of the form.</summary>
    public string MediaType => Format is SheetFormat.Csv ? CsvType + "; charset=utf-8" : XlsxType;

    /// <summary>The end of a file's name.</summary>
    public string Extension => Format is SheetFormat.Csv ? ".csv" : ".xlsx";

    /// <summary>Reads it; no question and no problem where JSON is asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="otherwise">The form where none is named.</param>
    public static (SheetQuestion? Question, Problem? Problem) Read(HttpRequest request, string otherwise = Json)
    {
        var (format, language) = (request.Query[FormatName], request.Query[LanguageName]);
        var faults = new FieldChecks()
            .Must(format is [] or [Json or Csv or Xlsx or ""], FormatName, $"phải là một trong: {Json}, {Csv}, {Xlsx}",
                $"must be one of: {Json}, {Csv}, {Xlsx}")
            .Must(language is [] or ["vi" or "en" or ""], LanguageName, "phải là vi hoặc en", "must be vi or en");
        if (faults.Faults.Count > 0) return (null, Queries.QueryProblems.Invalid(faults.Faults));
        var asked = format is [{ Length: > 0 } given] ? given : Accepted(request) ?? otherwise;
        return asked is Json ? (null, null)
            : (new SheetQuestion(asked is Csv ? SheetFormat.Csv : SheetFormat.Xlsx, language is [{ Length: > 0 } spoken] ? spoken == "vi"
                : Language.IsVietnamese(request)), null);
    }

    /// <summary>The form the caller likes best (RFC 9110, 12.5.1); null when it names none.</summary>
    private static string? Accepted(HttpRequest request) => request.GetTypedHeaders().Accept
        .Where(accepted => accepted.Quality is null or > 0)
        .OrderByDescending(accepted => accepted, MediaTypeHeaderValueComparer.QualityComparer)
        .Select(accepted => accepted.MediaType.Value?.ToLowerInvariant() switch { CsvType => Csv, XlsxType => Xlsx, "application/json" => Json, _ => null })
        .FirstOrDefault(format => format is not null);
}
