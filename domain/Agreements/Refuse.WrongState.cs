using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

internal static partial class Refuse
{
    public static Refusal WrongState(Agreement agreement, string code, params IReadOnlyList<LegalState> needed) => Agreement(
        code,
        $"Thỏa thuận đang ở trạng thái {Lifecycle.Vietnamese(agreement.State)}.",
        $"The agreement is {agreement.State}.",
        $"Việc này cần trạng thái: {Names(needed, Lifecycle.Vietnamese)}. {VietnameseWay(agreement.State, needed)}",
        $"This needs the state: {Names(needed, English)}. {EnglishWay(agreement.State, needed)}");

    private static string VietnameseWay(LegalState from, IReadOnlyList<LegalState> to) =>
        Lifecycle.Way(from, to) is { Count: > 0 } way ? $"Đi qua: {Names(way, Lifecycle.Vietnamese, " → ")}."
        : Lifecycle.After(from) is { Count: > 0 } after ? $"Không trở lại được; từ đây có thể sang: {Names(after, Lifecycle.Vietnamese)}."
        : "Hồ sơ đã khép lại.";

    private static string EnglishWay(LegalState from, IReadOnlyList<LegalState> to) =>
        Lifecycle.Way(from, to) is { Count: > 0 } way ? $"The way there: {Names(way, English, " → ")}."
        : Lifecycle.After(from) is { Count: > 0 } after ? $"There is no way back to it; from here it may go to: {Names(after, English)}."
        : "The file is closed.";

    private static string Names(IEnumerable<LegalState> states, Func<LegalState, string> name, string between = ", ") =>
        string.Join(between, states.Select(name));

    private static string English(LegalState state) => state.ToString();
}
