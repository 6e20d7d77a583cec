using CityGrains.Api.Problems;
using CityGrains.Api.Sheets;
using CityGrains.Domain.Record;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CityGrains.Api.Imports;

/// <summary>The media types a file is sent as. What it is in truth is told by its bytes.</summary>
internal static class FileTypes
{
    private static readonly string[] All = [SheetQuestion.CsvType, SheetQuestion.XlsxType, "application/octet-stream"];

    /// <summary>
    /// Why a request is no import by its <c>Content-Type</c>; null where it may be one. The answer names the types in <c>Accept</c> (RFC 9110, 15.5.16).
    /// </summary>
    public static Problem? Unfit(HttpContext http)
    {
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var sent) && All.Contains(sent.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            return null;
        http.Response.Headers.Accept = string.Join(", ", All);
        var type = http.Request.ContentType ?? "";
        return new Problem(
            StatusCodes.Status415UnsupportedMediaType, "import/not-declared-as-sheet",
            type.Length == 0
                ? new Sentence("Yêu cầu không cho biết kiểu của tệp: thiếu phần đầu Content-Type.",
                    "The request does not say what the file is: it has no header Content-Type.")
                : new Sentence($"Kiểu '{Shown(type)}' không phải kiểu của tệp nhập.", $"The type '{Shown(type)}' is not that of a file to import."),
            new Sentence(
                $"Gửi tệp CSV (UTF-8) với phần đầu Content-Type: {SheetQuestion.CsvType}, tệp XLSX với Content-Type: {SheetQuestion.XlsxType}.",
                $"Send a CSV file (UTF-8) with the header Content-Type: {SheetQuestion.CsvType}, an XLSX file with Content-Type: {SheetQuestion.XlsxType}."));
    }

    /// <summary>The body of an import, for the document.</summary>
    public static OpenApiRequestBody Body() => new()
    {
        Required = true,
        Description = "The file as it is. / Tệp nguyên vẹn.",
        Content = All.ToDictionary(
            type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }, StringComparer.Ordinal),
    };

    private static string Shown(string type) => type.Length > 100 ? type[..100] + "…" : type;
}
