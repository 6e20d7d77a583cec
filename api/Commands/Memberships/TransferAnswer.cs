using System.Text.Json;
using CityGrains.Api.Describe;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using CityGrains.Grains;

namespace CityGrains.Api.Commands.Memberships;

/// <summary>How a transfer ended: what the city recorded, and under <c>successor</c> what its successor did.</summary>
internal sealed class TransferAnswer : IResult
{
    private readonly CommandOutcome _city, _successor;

    private TransferAnswer(CommandOutcome city, CommandOutcome successor) => (_city, _successor) = (city, successor);

    /// <summary>The answer; a problem that says so where only the first half is recorded.</summary>
    public static IResult Of(CommandOutcome city, CommandOutcome successor) => successor.Status is CommandStatus.Accepted or CommandStatus.Unchanged
        ? new TransferAnswer(city, successor)
        : HalfTransferred(successor);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = EntityTag.Of(_city.Version);
        return JsonResponse.Write(httpContext.Response, this, static (writer, answer) => answer.Write(writer));
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        CommandAnswer.WriteProperties(writer, _city);
        writer.WriteStartObject("successor");
        CommandAnswer.WriteProperties(writer, _successor);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The city has recorded the transfer, its successor has not.</summary>
    private static Problem HalfTransferred(CommandOutcome successor) => new(503, "membership/half-transferred",
        new Sentence(
            $"Thành phố đã ghi việc chuyển, đơn vị kế thừa thì chưa: {successor.Refusal?.Message.Vi ?? "đang có lệnh khác"}",
            $"The city has recorded the transfer, its successor has not: {successor.Refusal?.Message.En ?? "another command came in between."}"),
        new Sentence(
            "Gửi lại đúng lệnh này: nửa đã ghi không bị ghi hai lần, nửa còn lại sẽ được ghi.",
            "Send the same command again: what is recorded is not recorded twice, and the other half follows."))
    { RetryAfter = 1 };
}

/// <summary>What a transfer is answered.</summary>
/// <param name="Id">The city.</param>
/// <param name="Version">Its version after the command.</param>
/// <param name="Unchanged">True when its membership had gone to that successor already; nothing was recorded of it.</param>
/// <param name="Events">What was recorded of it.</param>
/// <param name="Successor">The same of the successor.</param>
public sealed record TransferResult(string Id, long Version, bool? Unchanged, IReadOnlyList<CommandEvent> Events, CommandResult Successor);
