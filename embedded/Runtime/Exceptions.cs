namespace Orleans.Runtime
{
    /// <summary>Something the grain host itself has to say.</summary>
    public class OrleansException(string message) : Exception(message);

    /// <summary>The call reached no grain, and none of its code has run.</summary>
    public class OrleansMessageRejectionException : OrleansException
    {
        internal OrleansMessageRejectionException(string message) : base(message)
        {
        }
    }

    /// <summary>The host is configured in a way that cannot work.</summary>
    public sealed class OrleansConfigurationException(string message) : Exception(message);
}

namespace Orleans.Storage
{
    /// <summary>Somebody else has stored the state since it was read. The activation that throws it is dropped.</summary>
    public class InconsistentStateException(string message) : Runtime.OrleansException(message);
}
