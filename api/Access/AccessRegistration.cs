using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace CityGrains.Api.Access;

/// <summary>Default deny: a route is open only where it says so.</summary>
public static class AccessRegistration
{
    /// <summary>Adds sign-in by key.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<KnownKeys>();
        services.AddAuthentication(KeyAuthentication.Name).AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Name, configureOptions: null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(SignedIn).SetDefaultPolicy(SignedIn);
        return services;
    }

    private static AuthorizationPolicy SignedIn { get; } = new AuthorizationPolicyBuilder(KeyAuthentication.Name).RequireAuthenticatedUser().Build();
}
