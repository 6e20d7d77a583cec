using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>What the grain host writes to the log.</summary>
internal static partial class GrainLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Grain} could not be activated")]
    public static partial void NotActivated(this ILogger log, Activation grain, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Grain} failed to deactivate; it left memory all the same")]
    public static partial void NotDeactivated(this ILogger log, Activation grain, Exception exception);
}
