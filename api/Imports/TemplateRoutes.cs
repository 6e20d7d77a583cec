using CityGrains.Api.Access;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Api.Sheets;

namespace CityGrains.Api.Imports;

/// <summary><c>GET /api/v1/imports/templates/{map}</c>: an empty file with the columns of a map.</summary>
internal static class TemplateRoutes
{
    /// <summary>Maps it.</summary>
    public static void MapTemplates(this IEndpointRouteBuilder routes) => routes.MapRead("/api/v1/imports/templates/{map}", Template)
        .RequireAuthorization(policy => policy.RequireRole(Role.All))
            .WithSummary("An empty file with the columns of a map, to fill in / Tệp mẫu trống của một bản đồ nhập")
        .Produces<string>(StatusCodes.Status200OK, SheetQuestion.XlsxType, SheetQuestion.CsvType)
        .WithMetadata(
            new QueryParameter(SheetQuestion.FormatName, "csv or xlsx; left out: as Accept says, xlsx by default / Dạng tệp"),
            new QueryParameter(SheetQuestion.LanguageName, "vi or en; left out: as Accept-Language says / Ngôn ngữ của tên cột"));

    private static IResult Template(HttpContext http, string map, ImportMaps maps)
    {
        var query = new QueryReader(http.Request.Query);
        _ = (query.Value(SheetQuestion.FormatName), query.Value(SheetQuestion.LanguageName));
        if (query.End() is { } unknown) return unknown;
        if (maps.Find(map) is not { } found) return ImportQuestion.NoSuchMap(maps, map);
        var (asked, problem) = SheetQuestion.Read(http.Request, SheetQuestion.Xlsx);
        if (problem is not null) return problem;

        // Whoever asks for JSON gets the workbook: there is no other form.
        var question = asked ?? new SheetQuestion(SheetFormat.Xlsx, Language.IsVietnamese(http.Request));
        using var file = new MemoryStream();
        using (var sheet = SheetWriters.Of(question.Format, file, found.Columns.Count))
            sheet.Row([.. found.Columns.Select(column => new SheetCell(NameOf(column, question.Vietnamese)))]);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(file.ToArray(), question.MediaType, found.Name + question.Extension);
    }

    /// <summary>The name that says that the day stands first, where the column has dates.</summary>
    private static string NameOf(MapColumn column, bool vietnamese) => column.DayFirst is [var vi, .., var en] ? (vietnamese ? vi : en)
        : (vietnamese ? column.Vi.Concat(column.En) : column.En.Concat(column.Vi)).Concat(column.Names).First();
}
