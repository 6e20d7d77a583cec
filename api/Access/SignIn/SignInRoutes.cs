using Microsoft.AspNetCore.Mvc;

namespace CityGrains.Api.Access.SignIn;

/// <summary>The routes of signing in and out with a browser. They are pages and forms, no part of the API's document.</summary>
public static class SignInRoutes
{
    /// <summary>Where one signs in.</summary>
    public const string SignIn = "/sign-in";

    private const string SignOut = "/sign-out";

    /// <summary>Maps them.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(SignIn, (HttpContext http, SignInEndpoints signIn) => signIn.Form(http)).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(SignIn, (HttpContext http, SignInEndpoints signIn) => signIn.ByKey(http)).AllowAnonymous().TakesForm();
        routes.MapRead($"{SignIn}/{{token}}", (HttpContext http, SignInEndpoints signIn) => signIn.Button(http)).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost($"{SignIn}/{{token}}", (HttpContext http, string token, SignInEndpoints signIn) => signIn.ByLink(http, token))
            .AllowAnonymous().TakesForm();
        routes.MapPost(SignOut, (HttpContext http, SignInEndpoints signIn) => signIn.Out(http, everywhere: false)).RequireAuthorization().TakesForm();
        routes.MapPost($"{SignOut}/everywhere", (HttpContext http, SignInEndpoints signIn) => signIn.Out(http, everywhere: true))
            .RequireAuthorization().TakesForm();
    }

    private static void TakesForm(this RouteHandlerBuilder route) =>
        route.WithMetadata(new FormRoute(), new RequestSizeLimitAttribute(16 * 1024)).ExcludeFromDescription();
}
