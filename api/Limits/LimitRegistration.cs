using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Pages.Failing;

namespace CityGrains.Api.Limits;

/// <summary>
/// Where requests are held to their limits: the number worked on at once before anything else, the rate of a caller once it is known who calls.
/// </summary>
internal static class LimitRegistration
{
    /// <summary>What counts.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services, RequestLimits limits) =>
        services.AddSingleton(limits).AddSingleton<CallRates>().AddSingleton<Occupancy>();

    /// <summary>Bounds the number worked on at once; those of health are answered whatever happens.</summary>
    public static void UseConcurrencyLimit(this WebApplication app)
    {
        var occupancy = app.Services.GetRequiredService<Occupancy>();
        if (occupancy.IsBounded) app.Use(async (http, next) =>
        {
            var isHealth = IsHealth(http);
            if (!occupancy.Enter() && !isHealth)
            {
                occupancy.Leave();
                await ProblemPages.Answer(http, LimitProblems.Busy);
                return;
            }

            try
            {
                await next(http);
            }
            finally
            {
                occupancy.Leave();
            }
        });
    }

    /// <summary>Bounds the rate of each caller.</summary>
    public static void UseRateLimit(this WebApplication app)
    {
        var rates = app.Services.GetRequiredService<CallRates>();
        app.Use((http, next) =>
            !IsHealth(http) && rates.Exceeded(http, HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments(SignInRoutes.SignIn, StringComparison.OrdinalIgnoreCase)) is { } seconds
                ? ProblemPages.Answer(http, LimitProblems.TooMany(seconds)) : next(http));
    }

    /// <summary>Whoever looks after the program learns how it is, whatever happens.</summary>
    private static bool IsHealth(HttpContext http) => http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
