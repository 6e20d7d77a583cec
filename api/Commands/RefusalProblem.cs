using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Commands;

/// <summary>
/// A refusal as HTTP says it, by the reason in its code: what does not exist is 404, what is another office's 403, what was sent wrong is 422, what the
/// present state forbids is 409.
/// </summary>
internal static class RefusalProblem
{
    public static Problem Of(Refusal refusal) =>
        new(StatusOf(refusal.Code.Split('/')[^1]), refusal.Code, refusal.Message, refusal.Remedy) { Errors = refusal.Fields };

    private static int StatusOf(string reason) => reason switch
    {
        "not-found" => 404,
        "other-office" => 403,
        "invalid" or "bad-id" or "source-missing" or "reason-missing" or "in-the-future" or "in-the-past" or "of-itself" or "its-own-successor" or "no-such-criterion" or "unknown-office" => 422,
        _ => 409,
    };
}
