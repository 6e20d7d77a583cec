using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;

namespace CityGrains.Domain.Clocks;

/// <summary>What is to be done next with an agreement, and by whom.</summary>
/// <param name="What">What.</param>
/// <param name="Who">Who owes it.</param>
/// <param name="Verb">The verb that records it.</param>
/// <param name="Due">By when; null where nothing says.</param>
public sealed record NextStep(Sentence What, Sentence Who, string Verb, DateOnly? Due)
{
    /// <summary>The earliest deadline that runs, unless the state asks for a step without one first; null when the file is closed.</summary>
    internal static NextStep? Of(Agreement agreement, IEnumerable<Deadline> deadlines)
    {
        if (deadlines.FirstOrDefault(deadline => deadline.Clock.Runs && !deadline.Rule.Watch) is { } owed)
            return new NextStep(owed.Rule.What, owed.Who, owed.Rule.EndedBy[0], owed.Due);
        var office = new Sentence(agreement.Office, agreement.Office);
        return Step(agreement) is var (vi, en, verb) ? new NextStep(new Sentence(vi, en), office, verb, Due: null) : null;
    }

    private static (string Vi, string En, string Verb)? Step(Agreement agreement) => agreement.State switch
    {
        Proposed => ("Lấy ý kiến các cơ quan", "Ask the agencies for their opinion", "open-consultation"),
        Consulting when agreement.Consultation?.IsDisputed is true => ("Trình Thủ tướng Chính phủ", "Bring it before the Prime Minister", "escalate"),
        Consulting or Escalated => ("Quyết định cho phép ký", "Decide on the signing", "approve-signing"),
        Approved => ("Ký thỏa thuận", "Sign the agreement", "sign"),
        Signed => ("Ghi nhận ngày có hiệu lực", "Record when it enters into effect", "enter-into-effect"),
        InEffect => ("Thông qua kế hoạch thực hiện", "Adopt an implementation plan", "adopt-plan"),
        Planned => ("Bắt đầu thực hiện", "Start implementing", "start-implementation"),
        Implementing => ("Hoàn thành thực hiện", "Complete the implementation", "complete"),
        Implemented => ("Mở giai đoạn mới hoặc lưu hồ sơ", "Open a new phase, or close the file", "adopt-plan"),
        Suspended => ("Quyết định tiếp tục hoặc chấm dứt", "Decide to resume or to end it", "resume"),
        Expired or Terminated or Withdrawn or Superseded or Rejected or Abandoned => ("Lưu hồ sơ", "Close the file", "archive"),
        _ => null,
    };
}
