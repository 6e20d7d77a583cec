using Microsoft.AspNetCore.Authorization;

namespace CityGrains.Api.Access;

/// <summary>Default deny: a route is open only where it says so.</summary>
public static class AccessRegistration
{
    /// <summary>Adds sign-in by key.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<KnownKeys>();
        // AddAuthentication would bring data protection, which keeps keys of its own outside the data folder; a bearer's key needs none.
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = KeyAuthentication.Name;
            options.AddScheme<KeyAuthentication>(KeyAuthentication.Name, displayName: null);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(SignedIn).SetDefaultPolicy(SignedIn);
        return services;
    }

    private static AuthorizationPolicy SignedIn { get; } = new AuthorizationPolicyBuilder(KeyAuthentication.Name).RequireAuthenticatedUser().Build();
}
