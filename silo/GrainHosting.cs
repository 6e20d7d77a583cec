using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Offices;
using CityGrains.Journal.Record;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;

namespace CityGrains.Silo;

/// <summary>Puts the grains' host, Microsoft Orleans or the embedded one, into a process.</summary>
public static class GrainHosting
{
    /// <summary>Names the service that stored grain state belongs to.</summary>
    public const string ServiceId = "citygrains";

    /// <summary>Names the storage of working grains, for <see cref="Orleans.Runtime.PersistentStateAttribute"/>.</summary>
    public const string WorkingStorage = Grains.Working.WorkingStorage.Name;

    /// <summary>Hosts the grains in this process. What they need from the journal is registered by the caller.</summary>
    public static IHostApplicationBuilder UseCityGrains(this IHostApplicationBuilder builder, SiloOptions options) => builder.UseOrleans(silo =>
    {
        // No gateway: grains are called from the nodes themselves.
        if (options.Cluster is { } cluster) silo.Join(cluster, options.Postgres!);
        else silo.UseLocalhostClustering(FreePort(IPAddress.Loopback, port: 0), gatewayPort: 0, serviceId: ServiceId, clusterId: ServiceId);
        silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = options.CollectionAge);
        // Orleans asks for its clock by names of its own; all are this one.
        silo.Services.AddKeyedSingleton<TimeProvider>(KeyedService.AnyKey, new SteadyClock());
        silo.AddActivityPropagation();
        silo.AddAdoNetGrainStorage(WorkingStorage, storage =>
        {
            storage.Invariant = options.Postgres is null ? "System.Data.SQLite" : "Npgsql";
            storage.ConnectionString = StorageConnection(options);
        });
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.Services.AddHostedService(_ => new OrleansTables(options));
        silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(IsOurs, MessageJson()));
        // Each reaches its caller on another node as what it is.
        silo.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedExceptionTypeFilter = _ => true);
    });

    /// <summary>The nodes find each other in the database that keeps the record.</summary>
    private static void Join(this ISiloBuilder silo, Cluster cluster, string database) => silo
        .UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", database))
        .Configure<ClusterOptions>(names => (names.ClusterId, names.ServiceId) = (cluster.Name, ServiceId))
        .ConfigureEndpoints(cluster.Address, cluster.FreePort(), gatewayPort: 0);

    /// <summary>How the database of stored grain state is reached.</summary>
    internal static string StorageConnection(SiloOptions options) =>
        options.Postgres ?? new SqliteConnectionStringBuilder { DataSource = options.DatabaseFile }.ToString();

    /// <summary>Messages between grains are records of this program; nothing else is written as JSON.</summary>
    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("CityGrains", StringComparison.Ordinal) is true && !typeof(Exception).IsAssignableFrom(type);

    internal static JsonSerializerOptions MessageJson() => new()
    {
        Converters =
        {
            new DateOfRecordConverter(), new LegalStateConverter(),
            new KebabEnumConverter<AgreementKind>(), new KebabEnumConverter<PartyType>(), new KebabEnumConverter<ConsultationProcedure>(),
            new KebabEnumConverter<Opinion>(), new KebabEnumConverter<MilestoneStatus>(), new KebabEnumConverter<Qualifier>(),
            new KebabEnumConverter<OfficeLevel>(), new KebabEnumConverter<OfficeRole>(),
        },
    };

    /// <summary>
    /// The port if nobody listens on it; for 0 any such, so that several instances run side by side. Below those that systems give to outgoing connections:
    /// one of these would take it before the silo does.
    /// </summary>
    internal static int FreePort(IPAddress address, int port)
    {
        while (true)
        {
            var asked = port > 0 ? port : Random.Shared.Next(12_000, 32_000);
            try
            {
                using var listener = new TcpListener(address, asked);
                listener.Start();
                return asked;
            }
            catch (SocketException taken) when (port == 0 && taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                // another one, then
            }
        }
    }
}
