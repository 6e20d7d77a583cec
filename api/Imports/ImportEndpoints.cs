using System.Diagnostics;
using CityGrains.Api.Access;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Silo;
using Microsoft.AspNetCore.Http.Features;

namespace CityGrains.Api.Imports;

/// <summary>The route that takes files in.</summary>
public static class ImportEndpoints
{
    private const string DefaultName = "import.csv";

    /// <summary>What the route needs.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton(provider => ImportLimits.From(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new ImportMaps(provider.GetRequiredService<SiloOptions>().DataDirectory))
        .AddSingleton<ImportService>();

    /// <summary>
    /// <c>POST /api/v1/imports?map=NAME[&amp;file=NAME][&amp;dryRun=true]</c>: a CSV file in, a line of JSON for each row that is not accepted out.
    /// </summary>
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        SpooledFile.RemoveLeftovers(routes.ServiceProvider.GetRequiredService<SiloOptions>().DataDirectory);
        routes.MapPost("/api/v1/imports", Take).RequireAuthorization(policy => policy.RequireRole(Role.Officer))
            .WithName("import").WithTags("imports").WithSummary("Import a CSV file of agreements and cities / Nhập tệp CSV các thỏa thuận và thành phố")
            .Accepts<Stream>("text/csv", "application/octet-stream").Produces<string>(StatusCodes.Status200OK, ImportReport.ContentType.Split(';')[0]);
    }

    private static async Task<IResult> Take(HttpContext http, ImportService imports, string? map, string? file, bool dryRun = false)
    {
        if (imports.Maps.Find(map) is not { } found) return NoSuchMap(imports.Maps, map);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;

        var cancel = http.RequestAborted;
        using var spooled = await SpooledFile.Take(http.Request, imports.Folder, imports.Limits, cancel);
        if (spooled is null) return FileProblem.TooManyBytes(imports.Limits);

        var (checkedFile, fault) = FileCheck.Check(spooled, found, imports.Limits, cancel);
        if (fault is not null) return fault;

        var order = new ImportOrder(found, NameOf(file), dryRun, http.Caller(), Activity.Current?.TraceId.ToHexString());
        await Report(http, imports, order, spooled, checkedFile!, cancel);
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
            await report.Progress(0, file.Rows, cancel);
            await report.Summary(await imports.Import(order, spooled, file, report, cancel), cancel);
        }
        catch (JournalUnavailableException)
        {
            await report.BrokeOff(GeneralProblems.StoreUnavailable with { Remedy = BrokeOffRemedy }, cancel);
        }
    }

    /// <summary>The name only, without folders and within what a source may bear.</summary>
    private static string NameOf(string? file) => Path.GetFileName(file?.Replace('\\', '/').Trim()) is { Length: > 0 and <= 200 } name ? name : DefaultName;

    private static Problem NoSuchMap(ImportMaps maps, string? name) => FileProblem.Bad("no-such-map",
        name is null ? "Thiếu tham số map." : $"Không có bản đồ nhập '{name}'.",
        name is null ? "The parameter map is missing." : $"There is no import map '{name}'.",
        $"Các bản đồ: {string.Join(", ", maps.Names)}.", $"Maps: {string.Join(", ", maps.Names)}.");

    private static Sentence BrokeOffRemedy { get; } = new(
        "Nhập lại cùng tệp này sau: dòng đã ghi sẽ không bị ghi hai lần.", "Import the same file again later: what is recorded is not recorded twice.");
}
