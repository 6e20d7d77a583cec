using CityGrains.Domain.Record;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Api.Webhooks;

/// <summary>How an attempt ended, in words.</summary>
internal static class Outcomes
{
    public static Sentence Say(DeliveryOutcome outcome, int? status) => outcome switch
    {
        DeliveryOutcome.Delivered => new Sentence($"Bên nhận đã nhận (HTTP {status}).", $"The receiver took it (HTTP {status})."),
        DeliveryOutcome.Rejected => new Sentence(
            $"Bên nhận trả lời HTTP {status}; chỉ mã 2xx là đã nhận, chuyển hướng không được theo.", $"The receiver answered HTTP {status}; only 2xx means taken, redirects are not followed."),
        DeliveryOutcome.Gone => new Sentence(
            "Bên nhận trả lời 410: không muốn nhận nữa; webhook đã bị tắt.", "The receiver answered 410: it wants nothing any more; the webhook is disabled."),
        DeliveryOutcome.TimedOut => new Sentence("Bên nhận không trả lời kịp.", "The receiver did not answer in time."),
        DeliveryOutcome.Unreachable =>
            new Sentence("Không kết nối được với bên nhận, hoặc kết nối bị ngắt.", "The receiver could not be reached, or broke the connection off."),
        DeliveryOutcome.UnknownHost => new Sentence("Không tìm thấy tên máy chủ của bên nhận.", "The name of the receiver's host is not known."),
        DeliveryOutcome.Untrusted => new Sentence("Chứng chỉ TLS của bên nhận không đáng tin.", "The receiver's TLS certificate is not trusted."),
        _ => new Sentence(
            "Tên máy chủ dẫn tới địa chỉ không được phép (nội bộ, máy này, hoặc không mã hóa).", "The host's name leads to an address that is not allowed (internal, this machine, or without encryption)."),
    };
}
