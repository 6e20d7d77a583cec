using CityGrains.Api.Imports.Cities;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Rows;

/// <summary>The remarks there are.</summary>
internal static class RowRemarks
{
    public static RowRemark CountryUnresolved(string column, string written) => new(column, written, "import/country-unresolved", new Sentence(
        $"'{written}' không ứng với nước nào trong ISO 3166; giữ nguyên như đã viết. Có thể bổ sung tên này vào country-aliases.csv.",
        $"'{written}' is no country of ISO 3166; kept as written. The name can be added to country-aliases.csv."));

    public static RowRemark PossibleDuplicate(string column, BookedCity city, BookedCity other) => new(
        column, city.Name, "import/possible-duplicate", new Sentence(
            $"'{city.Name}' ({city.Id}) có thể trùng với '{other.Name}' ({other.Id}): tên chỉ khác dấu, chữ hoa hoặc dấu câu."
                + " Giữ thành hai thành phố; cần người xem lại.",
            $"'{city.Name}' ({city.Id}) may be the same as '{other.Name}' ({other.Id}): the names differ only in diacritics, case or punctuation."
                + " Kept as two cities for a person to judge."));

    public static RowRemark RecordedOtherwise(string id) => new(null, null, "import/recorded-otherwise", new Sentence(
        $"Thỏa thuận '{id}' của hai thành phố này đã được ghi nhận với chi tiết khác; giữ nguyên bản đã ghi.",
        $"The agreement '{id}' of these two cities is recorded with other details already; it stays as it is."));
}
