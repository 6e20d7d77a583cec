using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Api.Audit;

/// <summary>Checkpoints and the keys they are checked with.</summary>
internal sealed class CheckpointQueries(ISeals seals)
{
    private const int UsualPage = 50;

    /// <summary>A page of them, the newest first.</summary>
    public async Task<IResult> List(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var after = query.Number("after", least: 1);
        var limit = query.Limit(UsualPage);
        if (query.End() is { } problem) return problem;

        var listed = await seals.Checkpoints(after ?? long.MaxValue, limit, http.RequestAborted);
        return JsonAnswer.Of(
            new CheckpointPage([.. listed.Select(CheckpointView.Of)], listed.Count == limit ? listed[^1].Size : null), AuditJson.Default.CheckpointPage);
    }

    /// <summary>The text of the latest.</summary>
    public async Task<IResult> Latest(HttpContext http)
    {
        if (new QueryReader(http.Request.Query).End() is { } problem) return problem;
        return await Below(long.MaxValue, http.RequestAborted) is { } latest ? Text(latest) : AuditProblems.NothingSealed;
    }

    /// <summary>The text of the one of a size.</summary>
    public async Task<IResult> One(HttpContext http, long size)
    {
        if (new QueryReader(http.Request.Query).End() is { } problem) return problem;
        return await OfSize(size, http.RequestAborted) is { } checkpoint ? Text(checkpoint) : AuditProblems.NoSuchCheckpoint;
    }

    /// <summary>The public keys.</summary>
    public async Task<IResult> Keys(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var format = query.Value("format");
        query.Faults.Must(format is null or "json" or "pem", "format", "phải là json hoặc pem", "must be json or pem");
        if (query.End() is { } problem) return problem;

        var keys = await seals.Keys(http.RequestAborted);
        return format is "pem"
            ? Results.Text(KeyStatement.ToPem(keys), "application/x-pem-file")
            : JsonAnswer.Of(new SealKeyList([.. keys.Select(SealKeyView.Of)]), AuditJson.Default.SealKeyList);
    }

    /// <summary>The latest; null before the first.</summary>
    public Task<Checkpoint?> Latest(CancellationToken cancel) => Below(long.MaxValue, cancel);

    /// <summary>The one of a size; null where none was signed.</summary>
    public async Task<Checkpoint?> OfSize(long size, CancellationToken cancel) =>
        size is > 0 and < long.MaxValue && await Below(size + 1, cancel) is { } found && found.Size == size ? found : null;

    private async Task<Checkpoint?> Below(long size, CancellationToken cancel) => await seals.Checkpoints(size, 1, cancel) is [var found] ? found : null;

    private static IResult Text(Checkpoint checkpoint) => Results.Text(checkpoint.Note.ToString(), "text/plain; charset=utf-8");
}
