namespace Orleans.Runtime;

/// <summary>Something the grain host itself has to say.</summary>
#pragma warning disable CA1032 // Same constructors as on Orleans.
public class OrleansException : Exception
#pragma warning restore CA1032
{
    /// <summary>Says what went wrong.</summary>
    public OrleansException(string message) : base(message)
    {
    }

    /// <summary>Says what went wrong, and why.</summary>
    public OrleansException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The call reached no grain, and none of its code has run.</summary>
#pragma warning disable CA1032 // Only the host makes them, as on Orleans.
public class OrleansMessageRejectionException : OrleansException
#pragma warning restore CA1032
{
    internal OrleansMessageRejectionException(string message) : base(message)
    {
    }
}

/// <summary>The host is configured in a way that cannot work.</summary>
#pragma warning disable CA1032 // Same constructors as on Orleans.
public sealed class OrleansConfigurationException(string message) : Exception(message);
#pragma warning restore CA1032
