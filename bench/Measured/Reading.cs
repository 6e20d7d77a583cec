using System.Globalization;

namespace CityGrains.Bench;

/// <summary>GET of one agreement, against a bare minimal API that answers the same document: row 8.</summary>
internal static class Reading
{
    private const int Callers = 64;

    /// <summary>One round.</summary>
    public static async Task<Measurement> Measure(string number)
    {
        using var folder = new Folder();
        var document = folder.In("agreement.json");
        double ours;
        await using (var server = await ApiProcess.Start(folder.Path))
        {
            var connections = server.Connect(Callers);
            await Agreements.Register(connections, Callers);
            await File.WriteAllBytesAsync(document, (await connections[0].Ask("GET", Path(0))).Body.ToArray());
            ours = await Rate(connections);
        }

        await using var bare = await ApiProcess.StartBare(document);
        var raw = await Rate(bare.Connect(Callers));
        return new Measurement(
            number, "GET one agreement, 64 clients", ours / raw, 0.5,
            string.Create(CultureInfo.InvariantCulture, $"{ours:N0} requests/s"),
            string.Create(CultureInfo.InvariantCulture, $"{raw:N0}/s bare minimal-API JSON endpoint"));
    }

    private static string Path(int n) => $"/api/v1/agreements/{Agreements.Id(n)}";

    private static async Task<double> Rate(IReadOnlyList<Connection> connections)
    {
        var rate = await Clients.Rate(Callers, async caller =>
        {
            var (status, _) = await connections[caller].Ask("GET", Path(caller));
            if (status != 200) throw new InvalidOperationException($"{Path(caller)} was answered {status}.");
        });
        foreach (var connection in connections) connection.Dispose();
        return rate;
    }
}
