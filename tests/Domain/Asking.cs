using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Tests;

/// <summary>Who asks, and when: the afternoon of 2 March 2026 in Vietnam.</summary>
internal static class Asking
{
    public static CommandContext Today { get; } =
        new(Guid.Parse("0198a1c2-0000-7000-8000-000000000001"), new string('0', 64), "Lò Thị Mai", "Sở Ngoại vụ Sơn La",
            new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Who had asked before: a colleague, so that whoever asks today may approve.</summary>
    public static CommandContext Earlier { get; } = Today with { Actor = "Cầm Văn Chung" };

    /// <summary>Approvals are another's to ask for than proposals.</summary>
    public static CommandContext For(this CommandContext context, object command) =>
        command is ApproveSigning or ApproveChange ? context with { Actor = "Hoàng Quốc Khánh" } : context;

    public static CommandContext FromAList(CommandContext context) => context with { Source = new SourceDocument("Danh sách thỏa thuận 2019") };

    /// <summary>With a source and a reason, as a correction needs.</summary>
    public static CommandContext Grounded(CommandContext context) => FromAList(context) with { Reason = "Nhập nhầm" };

    /// <summary>Something that happened, recorded by whoever asks.</summary>
    public static Happening<TEvent> Told<TEvent>(this CommandContext context, TEvent happened) where TEvent : DomainEvent =>
        new(happened, context.DateOf(happened), context.Now, context.Actor) { Office = context.Office };

    public static DateOfRecord On(string date) => DateOfRecord.Parse(date);
}
