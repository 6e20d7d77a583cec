using CityGrains.Api.Audit;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;

namespace CityGrains.Api.Pages.Audit;

/// <summary>
/// Answers <c>/audit/checkpoint</c>: holds the record against a checkpoint of its own, or against one that somebody kept elsewhere and pastes here.
/// </summary>
internal sealed class GrowthRoute(ISeals seals, CheckpointQueries checkpoints, ProofQueries proofs)
{
    private const int LongestText = 20_000;

    public async Task<IResult> Read(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var size = query.Number("size", least: 1);
        if (query.End() is { } problem) return ProblemPages.Of(problem);
        if (size is not { } asked) return Show(new Growth("", Fault: null));
        return await checkpoints.OfSize(asked, http.RequestAborted) is { } checkpoint ? Show(await Check(checkpoint, http.RequestAborted))
            : ProblemPages.Of(AuditProblems.NoSuchCheckpoint);
    }

    public async Task<IResult> Check(HttpContext http)
    {
        var text = (await http.Request.ReadFormAsync(http.RequestAborted))["text"].ToString();
        if (text.Length > LongestText) return Show(new Growth("", "checkpoint.not-one"));
        try
        {
            return Show(await Check(Checkpoint.ParseAll(text)[^1], http.RequestAborted));
        }
        catch (FormatException)
        {
            return Show(new Growth(text, "checkpoint.not-one"));
        }
    }

    private async Task<Growth> Check(Checkpoint kept, CancellationToken cancel)
    {
        var read = new Growth(kept.Note.ToString(), Fault: null) { Size = kept.Size, IsSigned = SealCheck.IsSigned(kept, await seals.Keys(cancel)) };
        if (DateTimeOffset.TryParse(kept.Time, System.Globalization.CultureInfo.InvariantCulture, out var time)) read = read with { SignedAt = time };
        if (kept.Size < 1 || kept.Size > await seals.Size(cancel)) return read with { Fault = "checkpoint.beyond" };
        var proof = await proofs.Consistency(kept.Size, to: null, cancel);
        if (proof.Problem is not null) return read with { Fault = "checkpoint.beyond" };
        return read with { Proof = proof.Value, IsRoot = proof.Value.FromRoot == SealCheck.Hex(kept.Root), OnlyGrew = SealCheck.Holds(proof.Value) };
    }

    private static IResult Show(Growth growth) =>
        Page.Of<GrowthPage, Growth>(growth, growth.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
