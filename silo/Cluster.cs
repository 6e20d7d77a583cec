using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;

namespace CityGrains.Silo;

/// <summary>The cluster that a node forms with others on one PostgreSQL: they share the grains, so that each has one activation among them all.</summary>
/// <param name="Name">Its name, the same for all nodes of a store.</param>
/// <param name="Address">Where the others reach this node. They talk unencrypted, and believe whoever reaches it.</param>
/// <param name="Port">On which port; 0: any free one.</param>
public sealed partial record Cluster(string Name, IPAddress Address, int Port)
{
    private const string Vi = "dựng lại bằng GRAIN_RUNTIME=orleans ./citygrains up, hoặc dotnet build -p:GrainRuntime=orleans";
    private const string En = "build it again by GRAIN_RUNTIME=orleans ./citygrains up, or dotnet build -p:GrainRuntime=orleans";

    /// <summary>All of its settings.</summary>
    public static IReadOnlyList<Setting> Settings => [Named, At, By];

    private static Setting<string?> Named { get; } = Settable.Text("CityGrains:Cluster:Name", text => NameForm().IsMatch(text),
        new Sentence("chữ thường không dấu, chữ số và '-', tối đa 60 ký tự", "lower-case letters, digits and '-', 60 at most"),
        new Sentence(
            "Cụm gồm các nút cùng tên trên cùng một kho PostgreSQL; cần Microsoft Orleans",
            "The cluster of all nodes of that name on one PostgreSQL store; needs Microsoft Orleans")) with { Option = "--cluster" };

    private static Setting<IPAddress> At { get; } = new("CityGrains:Cluster:Address", IPAddress.Loopback, "127.0.0.1", IsReachable,
        new Sentence("một địa chỉ IP của máy này mà các nút khác kết nối được", "an IP address of this machine that the other nodes reach"),
        new Sentence(
            "Địa chỉ để các nút khác gọi tới, trong mạng riêng: giữa các nút không mã hóa",
            "Where the other nodes reach this one, in a network of their own: nodes talk unencrypted")) { Option = "--cluster-address" };

    private static Setting<int> By { get; } = Settable.Number("CityGrains:Cluster:Port", usual: 0, least: 0, ushort.MaxValue,
        new Sentence("Cổng cho các nút khác; 0: cổng trống bất kỳ", "Port for the other nodes; 0: any free one")) with { Option = "--cluster-port" };

    /// <summary>Reads them; null where no cluster is asked for.</summary>
    public static Cluster? From(SettingsReader settings)
    {
        var (name, address, port) = (settings.Of(Named), settings.Of(At), settings.Of(By));
        foreach (var only in (Setting[])[At, By])
        {
            settings.Must(settings.IsSet(Named) || !settings.IsSet(only), only,
                $"chỉ có nghĩa trong một cụm: đặt tên cụm bằng {Named.Variable}", $"means something in a cluster only: name it by {Named.Variable}");
        }

        if (name is null) return null;
        var store = $"{SiloOptions.Store.Variable} ({SiloOptions.Store.Option})";
        settings.Must(settings.IsSet(SiloOptions.Store), Named,
            $"({Named.Option}) cần một kho mà mọi nút cùng dùng: chỉ ra PostgreSQL bằng {store}; SQLite chỉ phục vụ một tiến trình",
            $"({Named.Option}) needs a store that all nodes share: name a PostgreSQL by {store}; SQLite serves one process");
        settings.Must(About.Runtime == "orleans", Named,
            $"({Named.Option}) cần Microsoft Orleans, mà chương trình này được dựng với bộ chạy nhúng, chỉ chạy trong một tiến trình: {Vi}",
            $"({Named.Option}) needs Microsoft Orleans, and this program was built with the embedded runtime, which is one process: {En}");
        return new Cluster(name, address, port);
    }

    /// <summary>
    /// The port it is reached on, looked at before: Orleans would share it with a node that has it already, and take that for itself of before.
    /// </summary>
    /// <exception cref="ClusterAddressException">The address is none of this machine's, or another program has the port.</exception>
    internal int FreePort()
    {
        try
        {
            return GrainHosting.FreePort(Address, Port);
        }
        catch (SocketException cause)
        {
            throw ClusterAddressException.NotFree(Address, Port, cause);
        }
    }

    /// <summary>An address of every machine, as 0.0.0.0, is none that others could call.</summary>
    private static bool IsReachable(string text, out IPAddress address) =>
        IPAddress.TryParse(text, out address!) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) && !address.Equals(IPAddress.Broadcast);

    [GeneratedRegex("^[a-z0-9-]{1,60}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}

/// <summary>A node cannot be reached where it says it is, with the reason in one sentence.</summary>
public sealed class ClusterAddressException : IOException
{
    private ClusterAddressException(string message, Exception cause) : base(message, cause)
    {
    }

    internal static ClusterAddressException NotFree(IPAddress address, int port, Exception cause) => new(
        $"The other nodes cannot be listened for on {address}, port {port}: {cause.Message}. " +
        "Choose an address of this machine with --cluster-address, a free port with --cluster-port. / " +
        $"Không lắng nghe được các nút khác ở {address}, cổng {port}: {cause.Message}. " +
        "Chọn một địa chỉ của máy này bằng --cluster-address, một cổng trống bằng --cluster-port.", cause);
}
