using CityGrains.Domain.Networks;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Problems;

/// <summary>Problems with the id of a network.</summary>
internal static class NetworkProblems
{
    /// <summary>No network has that id.</summary>
    public static Problem NoSuchNetwork(NetworkDirectory networks)
    {
        var known = string.Join(", ", networks.All.Select(network => network.Id));
        return new(404, "network/not-found",
            new Sentence("Không có mạng lưới với mã này.", "There is no network with this id."),
            new Sentence($"Các mạng lưới: {known}; thêm ở tệp networks.csv của thư mục dữ liệu.", $"The networks are: {known}; add others in networks.csv of the data folder."));
    }
}
