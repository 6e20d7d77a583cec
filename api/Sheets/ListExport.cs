using System.Buffers;
using System.Text.Json;
using CityGrains.Api.Imports;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Domain.Record;
using CityGrains.Silo;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Sheets;

/// <summary>
/// A list as a file: asked for by <c>Accept</c> or <c>format</c>, the same list by the same filters is read page after page to its end and written as a sheet,
/// on disk until it is whole.
/// </summary>
/// <param name="name">Name of the file, without its end.</param>
/// <param name="asked">The columns, made when the first file is asked for.</param>
internal sealed class ListExport(string name, Func<IReadOnlyList<SheetColumn>> asked) : IEndpointFilter
{
    private const int MostRows = 1_000_000;

    private static readonly Problem TooMany = new(StatusCodes.Status413PayloadTooLarge, "export/too-many-rows",
        new Sentence($"Danh sách có hơn {MostRows} dòng.", $"The list has more than {MostRows} rows."),
        new Sentence("Thu hẹp bằng các bộ lọc.", "Narrow it by its filters."));

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (question, problem) = SheetQuestion.Read(http.Request);
        if (problem is not null) return problem;
        http.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language");
        if (question is null)
        {
            if (http.Request.Query.ContainsKey(SheetQuestion.FormatName) || http.Request.Query.ContainsKey(SheetQuestion.LanguageName))
                Ask(http.Request, after: null, whole: false);
            return await next(context);
        }

        Ask(http.Request, after: null, whole: true);
        http.Request.Headers.Remove(HeaderNames.IfNoneMatch);
        var file = SpooledFile.Empty(http.RequestServices.GetRequiredService<SiloOptions>().DataDirectory);
        var whole = false;
        try
        {
            var stopped = await Write(file.Rewind(), question, context, next);
            whole = stopped is null;
            if (!whole) return stopped;
        }
        finally
        {
            if (!whole) file.Dispose();
        }

        http.Response.RegisterForDispose(file);
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentLanguage = question.Vietnamese ? "vi" : "en";
        return Results.Stream(file.Rewind(), question.MediaType, name + question.Extension);
    }

    /// <summary>Writes all pages; what answered instead where that was no page.</summary>
    private async Task<object?> Write(Stream output, SheetQuestion question, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var columns = asked();
        using var sheet = SheetWriters.Of(question.Format, output, columns.Count);
        sheet.Row([.. columns.Select(column => new SheetCell(column.Name.In(question.Vietnamese)))]);
        var page = new ArrayBufferWriter<byte>();
        for (var rows = 0; ;)
        {
            var answer = await next(context);
            if (answer is not IWrittenJson written) return answer;
            page.ResetWrittenCount();
            using (var writer = new Utf8JsonWriter(page, ApiJson.Writing)) written.Write(writer);
            using var json = JsonDocument.Parse(page.WrittenMemory);
            foreach (var item in json.RootElement.GetProperty("items").EnumerateArray())
            {
                if (++rows > MostRows) return TooMany;
                sheet.Row([.. columns.Select(column => column.Of(item, question.Vietnamese))]);
            }

            if (!json.RootElement.TryGetProperty("next", out var after) || after.ValueKind is JsonValueKind.Null) return null;
            Ask(context.HttpContext.Request, after.ToString(), whole: true);
        }
    }

    /// <summary>Asks the list for its next page, without what is meant for the export.</summary>
    private static void Ask(HttpRequest request, string? after, bool whole)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key is not (SheetQuestion.FormatName or SheetQuestion.LanguageName)
            && (!whole || parameter.Key is not ("limit" or "count")) && (after is null || parameter.Key != "after")));
        if (whole) query.Add("limit", "500");
        if (after is not null) query.Add("after", after);
        request.QueryString = query.ToQueryString();
    }
}

/// <summary>How a list says that it comes as a file, too.</summary>
internal static class ListExports
{
    /// <summary>The list comes as CSV and XLSX, too.</summary>
    public static RouteHandlerBuilder Exports(this RouteHandlerBuilder route, string name, Func<IReadOnlyList<SheetColumn>> columns) => route
        .AddEndpointFilter(new ListExport(name, columns))
        .WithMetadata(
            new QueryParameter(SheetQuestion.FormatName,
                "json, csv or xlsx: the whole list as a file; left out: as Accept says (text/csv, " + SheetQuestion.XlsxType + ") / Xuất cả danh sách"),
            new QueryParameter(SheetQuestion.LanguageName,
                "vi or en: names of the columns of a file; left out: as Accept-Language says / Ngôn ngữ của tên cột"));
}
