using System.Diagnostics;
using CityGrains.Api.Access;
using CityGrains.Api.Access.Log;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Api.Sheets;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Silo;
using Microsoft.AspNetCore.Http.Features;

namespace CityGrains.Api.Imports;

/// <summary>The route that takes files in.</summary>
public static class ImportEndpoints
{
    private static readonly QueryParameter[] Parameters =
    [
        new(ImportQuestion.MapName,
            "How rows are read: agreements, milestones, progress, agreement-list, request-list, city-list, activity-list, twin-cities, "
                + "or a map of your own / Bản đồ nhập"),
        new(ImportQuestion.FileName, "Name of the file, for the source of each event / Tên tệp"),
        new(ImportQuestion.SheetName, "Sheet of a workbook; left out: the visible one that has the columns / Trang của bảng tính"),
        new(ImportQuestion.Trial, "true: decide every row, record nothing; of edits, tell what each row would record / Chạy thử"),
        new(ImportQuestion.Column,
            "field:Name of a column, where the file names it otherwise, as signedOn:Ngày ký kết. Repeat it for several / Cột của tệp ứng với trường nào"),
        new(ImportQuestion.Ignore, "Name of a column to pass over. Repeat it for several / Cột bỏ qua"),
        new(SheetQuestion.FormatName,
            "csv or xlsx: the answer is the file of refused rows with their reasons, to mend and import again; left out: as Accept says "
                + "/ Trả về tệp các dòng bị từ chối"),
        new(ImportQuestion.Dates, "day-first or month-first: how 2/3/2024 is read where neither column name nor other rows tell / Thứ tự ngày tháng"),
    ];

    /// <summary>What the route needs.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services, ImportLimits limits) => services
        .AddSingleton(limits)
        .AddSingleton(provider => new ImportMaps(provider.GetRequiredService<SiloOptions>().DataDirectory))
        .AddSingleton<ImportService>();

    /// <summary>
    /// <c>POST /api/v1/imports?map=NAME[&amp;file=NAME][&amp;dryRun=true]</c>: a CSV or XLSX file in, a line of JSON for each row that is not accepted out.
    /// </summary>
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        SpooledFile.RemoveLeftovers(routes.ServiceProvider.GetRequiredService<SiloOptions>().DataDirectory);
        routes.MapPost("/api/v1/imports", Take).RequireAuthorization(policy => policy.RequireRole(Role.Officer))
            .WithName("import").WithTags("imports")
            .WithSummary("Import a CSV or XLSX file: agreements, milestones, progress, edited lists "
                + "/ Nhập tệp CSV hoặc XLSX: thỏa thuận, mốc, tiến độ, danh sách đã sửa")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.RequestBody = FileTypes.Body();
                return Task.CompletedTask;
            })
            .Produces<string>(StatusCodes.Status200OK, ImportReport.ContentType.Split(';')[0])
            .WithDescription("A file of the columns of its map, as `GET /api/v1/imports/templates/milestones?format=csv` gives one: "
                + "`Mã thỏa thuận,Cam kết,Cơ quan thực hiện,Mốc,Hạn mốc` and below "
                + "`agr-2026-000123,Trao đổi giáo viên,Sở Giáo dục,Đoàn thứ nhất,9/2026`. One line of JSON for each row that is not accepted, then "
                + "`{\"summary\":{\"accepted\":1,\"duplicate\":0,\"refused\":0,\"unchanged\":0}}`; with `Accept: text/csv` the refused rows as a file.")
            .WithMetadata([.. Parameters, new LeavesEvents(), new LongRoute()]);
        routes.MapTemplates();
    }

    private static async Task<IResult> Take(HttpContext http, ImportService imports)
    {
        if (FileTypes.Unfit(http) is { } unfit) return unfit;
        var read = ImportQuestion.Read(http.Request, imports.Maps);
        if (read.Problem is { } problem) return problem;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;

        var (question, cancel) = (read.Value, http.RequestAborted);
        using var sent = await SpooledFile.Take(http.Request, imports.Folder, imports.Limits, cancel);
        if (sent is null) return FileProblem.TooManyBytes(imports.Limits);

        var (file, fault) = ReadableFile.Of(sent, question, imports, cancel);
        if (file is null) return fault!;

        using var whole = file;
        var order = new ImportOrder(question.Map, question.File, question.DryRun, http.Caller(), Activity.Current?.TraceId.ToHexString());
        var (sheet, badForm) = SheetQuestion.Read(http.Request);
        if (badForm is not null) return badForm;
        if (sheet is not null) return await RefusedSheet.Of(sheet, imports, order, file, http, cancel);
        await Report(http, imports, order, file.Content, file.Checked, cancel);
        return Results.Empty;
    }

    private static async Task Report(
        HttpContext http, ImportService imports, ImportOrder order, SpooledFile spooled, CheckedFile file, CancellationToken cancel)
    {
        http.Response.ContentType = ImportReport.ContentType;
        http.Response.Headers.CacheControl = "no-store";
        using var report = new ImportReport(http.Response.BodyWriter);
        try
        {
            report.Columns(file);
            await report.Progress(0, file.Rows, cancel);
            await report.Summary(await imports.Import(order, spooled, file, report, cancel), cancel);
        }
        catch (JournalUnavailableException)
        {
            await report.BrokeOff(GeneralProblems.StoreUnavailable with { Remedy = BrokeOffRemedy }, cancel);
        }
    }

    private static Sentence BrokeOffRemedy { get; } = new(
        "Nhập lại cùng tệp này sau: dòng đã ghi sẽ không bị ghi hai lần.", "Import the same file again later: what is recorded is not recorded twice.");
}
