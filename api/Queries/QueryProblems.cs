using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Queries;

/// <summary>What can be wrong with the parameters of a query.</summary>
internal static class QueryProblems
{
    /// <summary>The page before is not known.</summary>
    public static Problem UnknownPage { get; } = Invalid([FieldFault.Of("after",
        "không có bản ghi này; dùng next của trang trước", "there is no such record; use the next of the page before")]);

    /// <summary>The parameters named are wrong.</summary>
    public static Problem Invalid(IReadOnlyList<FieldFault> faults) => new(400, "query/invalid",
        new Sentence("Tham số truy vấn chưa hợp lệ.", "The parameters of the query are not valid."),
        new Sentence("Sửa các tham số được nêu; danh mục ở /docs.", "Correct the parameters named; /docs lists them.")) { Errors = faults };
}
