using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using Orleans;

namespace CityGrains.Api.Successions;

/// <summary>
/// Answers <c>POST /api/v1/successions</c>: every agreement of an abolished body to its heir. Command ids are made of the request's and the agreement's,
/// so that the same request, sent again after a crash, goes on where it broke off and reports the same.
/// </summary>
internal sealed class SuccessionEndpoint(CommandRequests requests, BodyAgreements agreements, IJournal journal, IGrainFactory grains)
{
    /// <summary>The verb of the route.</summary>
    public static Verb Verb { get; } = Verb.Of<SucceedBody, PartySucceeded>("succeed-body",
        "Chuyển mọi thỏa thuận của một cơ quan, đơn vị bị giải thể cho bên kế thừa",
        "Pass every agreement of an abolished body to its heir", """
        {"party": "Tỉnh Hòa Bình", "country": "Việt Nam", "successor": {"name": "Tỉnh Phú Thọ", "type": "province", "country": "Việt Nam"}, "extent": "full",
         "succeededOn": "2025-07-01", "ground": "Nghị quyết 202/2025/QH15", "source": {"title": "Nghị quyết 202/2025/QH15", "datedOn": "2025-06-12"}}
        """) with { Role = Role.Approver, Otherwise = [typeof(ResponsibleOfficeAssigned)] };

    private static Sentence BrokeOffRemedy { get; } = new(
        "Gửi lại đúng yêu cầu này với cùng Idempotency-Key: thỏa thuận đã chuyển không bị chuyển hai lần.",
        "Send the same request again with the same Idempotency-Key: what has passed on is not moved twice.");

    /// <summary>Reads the request, then reports while it runs.</summary>
    public async Task<IResult> Execute(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var dryRun = query.Flag("dryRun");
        if (query.End() is { } unasked) return unasked;
        var read = await requests.ReadBody(http, Verb, takesId: false);
        if (read.Problem is { } problem) return problem;

        var (body, context, cancel) = ((SucceedBody)read.Value.Command, read.Value.Context, http.RequestAborted);
        if (body.Faults(context) is { Count: > 0 } faults) return RefusalProblem.Of(Refusal.Invalid(faults));

        var before = read.Value.MayBeARetry && !dryRun ? await MovedBefore(body, context, cancel) : [];
        if (before is null) return CommandProblems.IdReused;

        var toMove = await agreements.ToMove(body, cancel);
        (http.Response.ContentType, http.Response.Headers.CacheControl) = (SuccessionReport.ContentType, "no-store");
        using var report = new SuccessionReport(http.Response.BodyWriter, dryRun);
        var run = new SuccessionRun(body, context, grains, report);
        try
        {
            await (dryRun ? run.Preview(toMove, cancel) : run.Move(before, toMove, cancel));
        }
        catch (JournalUnavailableException)
        {
            await report.BrokeOff(GeneralProblems.StoreUnavailable with { Remedy = BrokeOffRemedy }, cancel);
        }

        return Results.Empty;
    }

    /// <summary>What the heir has by this very request; null when its id belongs to another.</summary>
    private async Task<List<(Agreement Agreement, long Version)>?> MovedBefore(SucceedBody body, CommandContext context, CancellationToken cancel)
    {
        var moved = new List<(Agreement, long)>();
        foreach (var agreement in await agreements.OfHeir(body, cancel))
        {
            if (await journal.ReadCommand(CommandIdentity.Part(context.CommandId, agreement.Id), cancel) is not [.., var last]) continue;
            if (JsonSerializer.Deserialize(last.Meta, JournalJson.Default.EventMeta)!.CommandHash != context.CommandHash) return null;
            moved.Add((agreement, last.Version));
        }

        return moved;
    }
}
