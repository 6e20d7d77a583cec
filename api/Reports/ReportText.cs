using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Reports;

/// <summary>The words of a report.</summary>
internal static class ReportText
{
    public static readonly Sentence Basis = new(
        "Luật Thỏa thuận quốc tế số 70/2020/QH14, Điều 46 khoản 3 và Điều 42 khoản 2",
        "Law on International Agreements 70/2020/QH14, articles 46(3) and 42(2)");

    public static readonly Sentence
        Total = new("Tổng số", "Total"), ByKind = new("Theo loại văn kiện", "By kind"), ByCountry = new("Theo nước đối tác", "By partner country"),
        ByField = new("Theo lĩnh vực", "By field"),
        Part = new("Phần", "Part"), Measure = new("Chỉ tiêu", "Measure"), Group = new("Nhóm", "Group"), Number = new("Số lượng", "Number"),
        Events = new("Sự kiện", "Events"),
        Reference = new("Tham chiếu", "Reference"), Agreement = new("Thỏa thuận", "Agreement"), Date = new("Ngày", "Date"),
        All = new("tất cả cơ quan", "all offices"),
        Report = new("Báo cáo", "Report"), None = new("Không có.", "None.");

    /// <summary>The heading.</summary>
    public static string Title(int year, bool vietnamese) => new Sentence(
        $"Báo cáo ký kết và thực hiện thỏa thuận quốc tế năm {year}", $"Report on the signing and implementation of international agreements, {year}")
            .In(vietnamese);

    /// <summary>What it shows, and where it was made from.</summary>
    public static string Stamp(DateOnly on, string position, bool vietnamese) => new Sentence(
        $"Tính đến hết ngày {on.Vi()}. Lập tại vị trí {position} của sổ ghi.", $"As of the end of {on.En()}. Made at position {position} of the record.")
            .In(vietnamese);

    /// <summary>What it is limited to.</summary>
    public static string Scope(IReadOnlyList<ReportFilterView> filters, bool vietnamese) => new Sentence("Phạm vi: ", "Scope: ").In(vietnamese)
        + (filters.Count == 0 ? All.In(vietnamese) : string.Join("; ", filters.Select(filter => $"{Filter(filter.Name).In(vietnamese)}: {filter.Value}")));

    private static Sentence Filter(string name) => name switch
    {
        FacetNames.Office => new("cơ quan", "office"),
        FacetNames.Country => new("nước", "country"),
        FacetNames.Kind => new("loại văn kiện", "kind"),
        Queries.ListFilters.Partner => new("thành phố đối tác", "partner"),
        _ => new("lĩnh vực", "field"),
    };
}
