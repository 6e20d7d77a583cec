using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Webhooks;

/// <summary>Why a request about webhooks is not answered as asked.</summary>
internal static class WebhookProblems
{
    private static readonly Sentence List = new("GET /api/v1/webhooks liệt kê các webhook.", "GET /api/v1/webhooks lists the webhooks.");

    public static Problem NotFound { get; } = new(
        404, "webhook/not-found", new Sentence("Không có webhook với mã này.", "There is no webhook with this id."), List);

    public static Problem NoSuchLetter { get; } = new(404, "webhook/no-such-dead-letter",
        new Sentence("Webhook này không có thư không gửi được mang số này.", "This webhook has no dead letter of this number."),
        new Sentence("GET …/dead-letters liệt kê chúng; thư đã gửi được thì không còn ở đó.", "GET …/dead-letters lists them; one that was delivered after all is there no more."));

    public static Problem Taken { get; } = new(409, "webhook/id-taken",
        new Sentence("Đã có webhook với mã này.", "There is a webhook with this id already."),
        new Sentence("Chọn mã khác, hoặc xóa webhook cũ trước.", "Choose another id, or delete the other webhook first."));
}
