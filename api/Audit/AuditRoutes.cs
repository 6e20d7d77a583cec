using CityGrains.Api.Access;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Grains.Working;
using CityGrains.Journal;
using CityGrains.Journal.Export;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using Orleans;

namespace CityGrains.Api.Audit;

/// <summary>The routes of whoever does not take our word for it.</summary>
public static class AuditRoutes
{
    private const string Root = "/api/v1/audit", PlainText = "text/plain";

    internal static readonly string[] Inspectors = [Role.Auditor, Role.Leader, Role.Admin];

    /// <summary>What answers them.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<CheckpointQueries>().AddSingleton<ProofQueries>().AddSingleton<Checkups>().AddSingleton<Rebuilds>()
        .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AuditJson.Default));

    /// <summary>Maps them.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapRead($"{Root}/checkpoints", (HttpContext http, CheckpointQueries queries) => queries.List(http))
            .Answers<CheckpointPage>("List checkpoints, the newest first / Danh sách điểm kiểm, mới nhất trước").WithMetadata(new PagedRoute());
        routes.MapRead($"{Root}/checkpoints/latest", (HttpContext http, CheckpointQueries queries) => queries.Latest(http))
            .Answers<string>("The latest checkpoint as text, to be kept elsewhere / Điểm kiểm mới nhất dạng văn bản, để lưu nơi khác", PlainText);
        routes.MapRead($"{Root}/checkpoints/{{size:long}}", (HttpContext http, long size, CheckpointQueries queries) => queries.One(http, size))
            .Answers<string>("A checkpoint as text / Một điểm kiểm dạng văn bản", PlainText);
        routes.MapRead($"{Root}/keys", (HttpContext http, CheckpointQueries queries) => queries.Keys(http))
            .Answers<SealKeyList>("Public keys of the seals; format=pem for a PEM file / Khóa công khai của dấu niêm phong; format=pem để lấy tệp PEM")
            .Takes(("format", "json or pem"));
        routes.MapRead($"{Root}/inclusion", (HttpContext http, ProofQueries queries) => queries.Inclusion(http))
            .Answers<InclusionView>("Prove that an event is sealed / Chứng minh một sự kiện đã được niêm phong")
            .Needs(("stream", "agreement/…, city/…, office/…, activity/… or access/…"), ("version", "The event's version."))
            .Takes(("size", "Size of the checkpoint; the latest unless given."));
        routes.MapRead($"{Root}/consistency", (HttpContext http, ProofQueries queries) => queries.Consistency(http))
            .Answers<ConsistencyView>("Prove that the record only grew / Chứng minh hồ sơ chỉ được ghi thêm")
            .Needs(("from", "The earlier size.")).Takes(("to", "The later size; that of the latest checkpoint unless given."));
        routes.MapCheckups();
        routes.MapKeeping();
    }

    private static void MapCheckups(this IEndpointRouteBuilder routes)
    {
        routes.MapRead($"{Root}/verify", (Checkups checkups) => JsonAnswer.Of(checkups.Now, AuditJson.Default.CheckupView))
            .Answers<CheckupView>("The last verification of the whole store / Lần kiểm tra toàn bộ kho gần nhất");
        routes.MapPost($"{Root}/verify", (Checkups checkups) => JsonAnswer.Of(checkups.Begin(), AuditJson.Default.CheckupView))
            .RequireAuthorization(policy => policy.RequireRole(Inspectors)).Produces<CheckupView>()
            .WithSummary("Verify the whole store while it serves / Kiểm tra toàn bộ kho trong khi phục vụ");
        routes.MapRead($"{Root}/rebuild", (Rebuilds rebuilds) => JsonAnswer.Of(rebuilds.Now, AuditJson.Default.RebuildView))
            .Answers<RebuildView>("The last time the rows were written anew / Lần dựng lại các dòng dữ liệu gần nhất");
        routes.MapPost($"{Root}/rebuild", (Rebuilds rebuilds) => JsonAnswer.Of(rebuilds.Begin(), AuditJson.Default.RebuildView))
            .RequireAuthorization(policy => policy.RequireRole(Role.Admin)).Produces<RebuildView>()
            .WithSummary("Write the rows anew from the events while it serves; commands wait / Dựng lại các dòng dữ liệu từ sự kiện trong khi phục vụ; các lệnh ghi phải chờ");
    }

    private static void MapKeeping(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Root}/export", (HttpContext http, IStore store, TimeProvider time) => Export(http, store, time))
            .RequireAuthorization(policy => policy.RequireRole(Inspectors)).Produces<string>(contentType: "application/x-ndjson")
            .WithSummary("The whole record as JSON lines / Toàn bộ hồ sơ dạng JSON từng dòng").WithMetadata(new LongRoute());
        routes.MapPost($"{Root}/keys", (HttpContext http, IGrainFactory grains, ISeals seals) => Rotate(http, grains, seals))
            .RequireAuthorization(policy => policy.RequireRole(Role.Admin)).Produces<SealKeyView>()
            .WithSummary("Let a new seal key follow / Thay khóa niêm phong")
                .Takes(("lost", "true: the key before is lost and cannot sign the new one's statement."));
    }

    private static IResult Export(HttpContext http, IStore store, TimeProvider time)
    {
        if (new QueryReader(http.Request.Query).End() is { } problem) return problem;
        return Results.Stream(output => ExportWriter.Write(new OpenRecord(store), time.GetUtcNow(), output, cancel: http.RequestAborted),
            "application/x-ndjson", "citygrains.jsonl");
    }

    private static async Task<IResult> Rotate(HttpContext http, IGrainFactory grains, ISeals seals)
    {
        var query = new QueryReader(http.Request.Query);
        var lost = query.Flag("lost");
        if (query.End() is { } problem) return problem;
        try
        {
            var number = await grains.GetGrain<ISealerGrain>(SealerKey.Only).Rotate(lost);
            return JsonAnswer.Of(SealKeyView.Of((await seals.Keys(http.RequestAborted))[number - 1]), AuditJson.Default.SealKeyView);
        }
        catch (SealKeyMissingException)
        {
            return AuditProblems.KeyMissing;
        }
    }
}
