using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Access.SignIn;

/// <summary>Reads the form of a request, which need be none.</summary>
internal static class ReadableForm
{
    /// <summary>Its fields; or the problem with it.</summary>
    public static async Task<(IFormCollection? Fields, Problem? Problem)> Read(HttpRequest request)
    {
        if (!request.HasFormContentType) return (null, AccessProblems.BadForm);
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted), null);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return (null, AccessProblems.BadForm);
        }
    }

    /// <summary>Lets a request on whose form can be read; whoever reads it afterwards is given the same fields.</summary>
    public static async ValueTask<object?> Only(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        (await Read(context.HttpContext.Request)).Problem is { } problem ? ProblemPages.Of(problem) : await next(context);

    /// <summary>How the framework says that a form cannot be read: too many fields, no end, a boundary that is none, an encoding that is not read.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is InvalidDataException or NotSupportedException or IOException and not BadHttpRequestException;
}
