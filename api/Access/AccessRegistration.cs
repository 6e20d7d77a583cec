using CityGrains.Api.Access.Keys;
using CityGrains.Api.Access.Log;
using CityGrains.Api.Access.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CityGrains.Api.Access;

/// <summary>Default deny: a route is open only where it says so.</summary>
public static class AccessRegistration
{
    /// <summary>Adds sign-in by key and by browser.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<KnownKeys>().AddSingleton<Sessions>().AddSingleton<SignInLinks>().AddSingleton<SignInEndpoints>()
            .AddSingleton<Presence>().AddKeys().AddAccessLog();
        services.AddSingleton<IAntiforgery, FormTokens>(); // the framework's own, should somebody add it, gives way
        services.AddSingleton<IStartupFilter, Declarations>();
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = KeyAuthentication.Name;
            options.AddScheme<KeyAuthentication>(KeyAuthentication.Name, displayName: null);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(SignedIn).SetDefaultPolicy(SignedIn);
        return services;
    }

    /// <summary>
    /// Data protection, which parts of the framework bring along, would keep keys of its own outside the data folder, and make them at each start. Nothing
    /// here is protected by it. To be called after everything else is added.
    /// </summary>
    public static void KeepNoKeysElsewhere(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());
        foreach (var loader in services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(loader);
    }

    private static AuthorizationPolicy SignedIn { get; } = new AuthorizationPolicyBuilder(KeyAuthentication.Name).RequireAuthenticatedUser().Build();
}
