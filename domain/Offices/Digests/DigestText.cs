using System.Text;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Offices.Digests;

/// <summary>A reminder as people read it: plain text, Vietnamese first, then English.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Lines of text, <c>\n</c> between.</param>
public sealed record DigestText(string Subject, string Body)
{
    private static readonly (int Stage, Sentence Heading)[] Stages =
    [
        (0, new Sentence("ĐẾN HẠN HOẶC QUÁ HẠN", "DUE OR OVERDUE")),
        (7, new Sentence("CÒN NHIỀU NHẤT 7 NGÀY", "AT MOST 7 DAYS LEFT")),
        (30, new Sentence("CÒN NHIỀU NHẤT 30 NGÀY", "AT MOST 30 DAYS LEFT")),
    ];

    private static readonly Sentence Ending = new(
        "Mỗi thời hạn được nhắc một lần khi còn 30 ngày, một lần khi còn 7 ngày và một lần khi đến hạn; sau đó chỉ còn hiển thị trong danh sách.",
        "Each deadline is told of once with 30 days left, once with 7, and once when it is due; after that it only stays in the lists.");

    /// <summary>The reminder of an office on a day.</summary>
    public static DigestText Of(OfficeName office, DateOnly day, IReadOnlyList<AnnouncedDeadline> deadlines)
    {
        var subject = $"{office.Vi}: {deadlines.Count} thời hạn, {day.Vi()} / {deadlines.Count} {(deadlines.Count == 1 ? "deadline" : "deadlines")}, {day.En()}";
        var body = new StringBuilder().Append(office.Vi).Append(": ").Append(deadlines.Count).Append(" thời hạn, ngày ").Append(day.Vi()).Append(".\n");
        Write(body, deadlines, sentence => sentence.Vi, DayText.Vi, LeftVi, "Thực hiện", "Căn cứ");
        body.Append("\n----------\n\n").Append(office.En ?? office.Vi).Append(": ").Append(deadlines.Count)
            .Append(deadlines.Count == 1 ? " deadline" : " deadlines").Append(" on ").Append(day.En()).Append(".\n");
        Write(body, deadlines, sentence => sentence.En, DayText.En, LeftEn, "Owed by", "Basis");
        return new DigestText(OneLine(subject), body.ToString());
    }

    /// <summary>How long is left, in Vietnamese.</summary>
    public static string LeftVi(int days) => days switch { < 0 => $"quá hạn {-days} ngày", 0 => "hôm nay", _ => $"còn {days} ngày" };

    /// <summary>How long is left, in English.</summary>
    public static string LeftEn(int days) =>
        days switch { -1 => "1 day late", < 0 => $"{-days} days late", 0 => "today", 1 => "1 day left", _ => $"{days} days left" };

    private static void Write(
        StringBuilder body, IReadOnlyList<AnnouncedDeadline> deadlines, Func<Sentence, string> of, Func<DateOnly, string> date, Func<int, string> left,
        string who, string basis)
    {
        foreach (var (stage, heading) in Stages)
        {
            var these = deadlines.Where(deadline => deadline.Stage == stage).ToList();
            if (these.Count == 0) continue;
            body.Append('\n').Append(of(heading)).Append('\n');
            foreach (var deadline in these)
            {
                body.Append("- ").Append(date(deadline.Due)).Append(" (").Append(left(deadline.DaysLeft)).Append("): ").Append(OneLine(of(deadline.What)))
                .Append('\n')
                    .Append("  ").Append(OneLine(deadline.Title)).Append(" [").Append(deadline.Stream.Split('/')[^1]).Append("]\n")
                    .Append("  ").Append(who).Append(": ").Append(OneLine(of(deadline.Who))).Append(". ").Append(basis).Append(": ")
                        .Append(OneLine(of(deadline.Basis))).Append('\n');
            }
        }

        body.Append('\n').Append(of(Ending)).Append('\n');
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
