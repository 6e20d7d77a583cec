using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Hosting
{
    /// <summary>Configures the grain host.</summary>
    public interface ISiloBuilder
    {
        /// <summary>The services of the process.</summary>
        IServiceCollection Services { get; }

        /// <summary>The configuration of the process.</summary>
        IConfiguration Configuration { get; }
    }

    internal sealed record SiloBuilder(IServiceCollection Services, IConfiguration Configuration) : ISiloBuilder;

    /// <summary>Configures options and services through the silo builder.</summary>
    public static class SiloBuilderExtensions
    {
        /// <summary>Sets options.</summary>
        public static ISiloBuilder Configure<TOptions>(this ISiloBuilder builder, Action<TOptions> configureOptions) where TOptions : class
        {
            builder.Services.Configure(configureOptions);
            return builder;
        }
    }

    /// <summary>What Orleans offers to set up a silo, as far as it means something in one process.</summary>
    public static class CoreHostingExtensions
    {
        /// <summary>One process. The ports stay unused: nothing listens.</summary>
        public static ISiloBuilder UseLocalhostClustering(
            this ISiloBuilder builder, int siloPort = 11111, int gatewayPort = 30000, IPEndPoint? primarySiloEndpoint = null, string serviceId = "dev",
            string clusterId = "dev") =>
            builder.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (serviceId, clusterId));

        /// <summary>Where the nodes of a cluster reach this one; nothing listens here.</summary>
        public static ISiloBuilder ConfigureEndpoints(
            this ISiloBuilder builder, IPAddress advertisedIP, int siloPort, int gatewayPort, bool listenOnAnyHostAddress = false) => builder;

        /// <summary>Lets the caller's <see cref="System.Diagnostics.Activity"/> be current in the grain.</summary>
        public static ISiloBuilder AddActivityPropagation(this ISiloBuilder builder) =>
            builder.Configure<SiloMessagingOptions>(options => options.FlowActivity = true);
    }
}

namespace Microsoft.Extensions.Hosting
{
    /// <summary>Puts the grain host into a process.</summary>
    public static class OrleansSiloGenericHostExtensions
    {
        /// <summary>Hosts grains in this process; it starts and stops with it.</summary>
        public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
        {
            if (hostAppBuilder.Services.All(service => service.ServiceType != typeof(GrainHost))) AddGrainHost(hostAppBuilder.Services);
            configureDelegate(new SiloBuilder(hostAppBuilder.Services, hostAppBuilder.Configuration));
            return hostAppBuilder;
        }

        private static void AddGrainHost(IServiceCollection services)
        {
            services.AddOptions();
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton<GrainHost>();
            services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainHost>());
            services.AddHostedService(provider => provider.GetRequiredService<GrainHost>());
        }
    }
}
