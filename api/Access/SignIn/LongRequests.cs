using CityGrains.Journal;

namespace CityGrains.Api.Access.SignIn;

/// <summary>Says of a route that it may go on for long: for as long as its caller is signed in.</summary>
internal sealed record LongRoute;

/// <summary>Ends what goes on for long, an import or an export, once the key or the session it came by has ended.</summary>
internal sealed class LongRequests(RequestDelegate next, Presence presence)
{
    /// <summary>How often is looked. By the clock of the machine, whatever the program takes the time for.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<LongRoute>() is null)
        {
            await next(http);
            return;
        }

        using var done = new CancellationTokenSource();
        var watch = Watch(http, done.Token);
        try
        {
            await next(http);
        }
        finally
        {
            await done.CancelAsync();
            await watch;
        }
    }

    private async Task Watch(HttpContext http, CancellationToken done)
    {
        using var tick = new PeriodicTimer(Every);
        try
        {
            while (await tick.WaitForNextTickAsync(done))
            {
                if (await HasEnded(http, done)) http.Abort();
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The request has come to its own end.
        }
    }

    /// <summary>A store that cannot be asked now is asked again a second later.</summary>
    private async ValueTask<bool> HasEnded(HttpContext http, CancellationToken done)
    {
        try
        {
            return !await presence.IsStillSignedIn(http, done);
        }
        catch (JournalUnavailableException)
        {
            return false;
        }
    }
}
