using CityGrains.Api.Pages.Failing;
using CityGrains.Journal;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Orleans.Runtime;

namespace CityGrains.Api.Problems;

/// <summary>Answers an exception with a problem document; its text stays in the log.</summary>
internal sealed partial class UnhandledExceptions(ILogger<UnhandledExceptions> log) : IExceptionHandler
{
    /// <summary>The status of a request whose sender has gone; nobody reads it.</summary>
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested || exception is ConnectionResetException or ConnectionAbortedException)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        if (exception is BadHttpRequestException) httpContext.Response.Headers.Connection = "close"; // nobody knows where the next request would begin
        try
        {
            await ProblemPages.Answer(httpContext, Of(exception));
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The sender has gone while it was answered: no failure of ours, and nothing for the log.
        }

        return true;
    }

    private Problem Of(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return GeneralProblems.OfStatus(bad.StatusCode);
            case JournalUnavailableException or TimeoutException:
                StoreUnavailable(log, exception);
                return GeneralProblems.StoreUnavailable;
            case OrleansMessageRejectionException:
                NotServing(log, exception);
                return GeneralProblems.NotServing;
            default:
                Unexpected(log, exception);
                return GeneralProblems.Unexpected;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store is unavailable")]
    private static partial void StoreUnavailable(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "A call reached no grain: the node is starting or stopping")]
    private static partial void NotServing(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Error, "A request failed in a way nobody foresaw")]
    private static partial void Unexpected(ILogger log, Exception exception);
}
