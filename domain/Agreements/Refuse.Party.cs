using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Agreements;

/// <summary>The refusals of parties and their heirs.</summary>
internal static partial class Refuse
{
    public static Refusal PartyAmbiguous(string name) => Agreement(
        "party-ambiguous", $"Có nhiều bên tên '{RecordId.Shown(name)}'.", $"Several parties are named '{RecordId.Shown(name)}'.",
        "Điền country của bên cần nói đến.", "Give the country of the one that is meant.");

    public static Refusal OwnHeir(string name) => Agreement(
        "own-heir", $"'{RecordId.Shown(name)}' không thể kế thừa chính mình.", $"'{RecordId.Shown(name)}' is not its own heir.",
        "Nếu chỉ đổi tên, dùng rename-party.", "Where only the name changes, use rename-party.");

    public static Refusal NoSuchSuccession(string id, Agreement agreement) => Agreement(
        "no-such-succession", $"Không có việc kế thừa '{id}'.", $"There is no succession '{id}'.",
        OfSuccessions(agreement, "Các việc kế thừa", "Thỏa thuận chưa ghi việc kế thừa nào: ghi (succeed-party) trước"),
        OfSuccessions(agreement, "Successions", "The agreement has none: record it (succeed-party) first"));

    public static Refusal NotifiedBeforeSuccession(DateOfRecord notified, DateOfRecord succeeded) => Agreement(
        "notified-before-succession", $"Ngày thông báo {notified.Vi()} trước ngày kế thừa {succeeded.Vi()}.",
        $"The notice of {notified.En()} lies before the succession of {succeeded.En()}.",
        "Kiểm tra hai ngày.", "Check both dates.");

    private static string OfSuccessions(Agreement agreement, string some, string none) =>
        agreement.Successions.Select(succession => succession.Id).ToList() is { Count: > 0 } ids ? $"{some}: {Words.List(ids)}." : $"{none}.";
}
