using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Pages.Failing;

/// <summary>A problem as people read it: what happened, what is safe, what to do, a reference number.</summary>
internal static class ProblemPages
{
    private static readonly string[] Machines = ["/api", "/openapi", "/docs", "/health", "/metrics", "/assets"];

    /// <summary>True when a person waits for the answer: a browser asks for HTML, and not of the API.</summary>
    public static bool IsForAPerson(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !Machines.Any(machine => http.Request.Path.StartsWithSegments(machine, StringComparison.Ordinal));

    /// <summary>The page of a problem.</summary>
    public static IResult Of(Problem problem) => Page.Of<ProblemPage, Problem>(problem, problem.Status);

    /// <summary>Answers with a page where a person waits, with a problem document elsewhere.</summary>
    public static Task Answer(HttpContext http, Problem problem)
    {
        if (!IsForAPerson(http)) return ProblemDocument.Write(http, problem);
        http.RequestServices.GetRequiredService<Reader>().Attend(http);
        if (problem.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Of(problem).ExecuteAsync(http);
    }
}
