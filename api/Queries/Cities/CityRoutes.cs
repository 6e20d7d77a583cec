using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Api.Sheets;

namespace CityGrains.Api.Queries.Cities;

/// <summary>The routes that read what is special to cities.</summary>
internal static class CityRoutes
{
    public static void MapCityQueries(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/cities/{id}/indicators", (HttpContext http, string id, IndicatorSeries series) => series.Read(http, id))
            .Answers<VersionedPage<IndicatorPoint>>(
                "Every value of a city's indicators with its source, as a series / Mọi số liệu của thành phố kèm nguồn, theo chuỗi thời gian")
            .WithMetadata(new PagedRoute(), new QueryParameter("name", "One indicator, with or without diacritics / Một chỉ số, có dấu hoặc không dấu"))
            .Exports("indicators", () => ListSheets.Indicators);
        routes.MapRead("/api/v1/cities/{id}/successors", (HttpContext http, string id, SuccessorChain chain) => chain.Read(http, id))
            .Answers<SuccessorsView>("Who follows a city, the nearest first / Các đơn vị kế thừa của thành phố");
        routes.MapRead("/api/v1/cities/{id}/predecessors", (HttpContext http, string id, SuccessorChain chain) => chain.ReadBefore(http, id))
            .Answers<PredecessorsView>("Whom a city follows, the nearest first / Các đơn vị mà thành phố kế thừa");

        routes.MapRead("/api/v1/networks", (HttpContext http, NetworkQueries queries) => queries.List(http))
            .Answers<NetworksView>("List networks / Danh sách mạng lưới");
        routes.MapRead("/api/v1/networks/{network}", (HttpContext http, string network, NetworkQueries queries) => queries.One(http, network))
            .Answers<NetworkView>("Read a network / Xem một mạng lưới");
        routes.MapRead("/api/v1/networks/{network}/members", (HttpContext http, string network, NetworkQueries queries) => queries.Members(http, network))
            .Answers<Page<MemberItem>>(
                "List the members of a network, as they are or as they were on a day / Thành viên của mạng lưới, hiện nay hoặc vào một ngày")
            .WithMetadata(
                new AsOfRoute(), new QueryParameter("state", "States of membership, repeated for any of several; left out: Member, ReportOverdue, Inactive"),
                new QueryParameter("after", "The next of the page before."), new QueryParameter("limit", "Items on a page, 1 to 500.", Number: true),
                new QueryParameter("count", "true: say in total how many match."))
            .Exports("members", () => ListSheets.Members);
    }
}
