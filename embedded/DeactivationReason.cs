namespace Orleans;

/// <summary>Why an activation leaves memory.</summary>
/// <param name="code">In one word.</param>
/// <param name="exception">What went wrong, if something did.</param>
/// <param name="text">In a sentence.</param>
public readonly struct DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
{
    /// <summary>A reason without an exception.</summary>
    public DeactivationReason(DeactivationReasonCode code, string text) : this(code, null, text)
    {
    }

    /// <summary>In one word.</summary>
    public DeactivationReasonCode ReasonCode { get; } = code;

    /// <summary>In a sentence.</summary>
    public string Description { get; } = text;

    /// <summary>What went wrong, if something did.</summary>
    public Exception? Exception { get; } = exception;

    /// <inheritdoc/>
    public override string ToString() => Exception is null ? $"{ReasonCode}: {Description}" : $"{ReasonCode}: {Description}. Exception: {Exception}";
}

/// <summary>Why an activation leaves memory, in one word; numbered as on Orleans, without those that need a cluster.</summary>
#pragma warning disable CA1028 // Orleans declares it as a byte.
public enum DeactivationReasonCode : byte
#pragma warning restore CA1028
{
    /// <summary>No reason given.</summary>
    None = 0,

    /// <summary>The process is stopping.</summary>
    ShuttingDown = 1,

    /// <summary>It could not be activated.</summary>
    ActivationFailed = 2,

    /// <summary>Nobody has called it for the collection age.</summary>
    ActivationIdle = 4,

    /// <summary>The grain failed in a way that leaves its state in doubt.</summary>
    ApplicationError = 8,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested = 9,
}
