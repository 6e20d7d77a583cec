using Orleans.Core;

namespace Orleans.Core
{
    /// <summary>State that a storage keeps for a grain.</summary>
    /// <typeparam name="TState">Its type; made by its parameterless constructor while nothing is stored.</typeparam>
    public interface IStorage<TState>
    {
        /// <summary>The state as read or last set.</summary>
        TState State { get; set; }

        /// <summary>The stored version; null while nothing has been stored.</summary>
        string? Etag { get; }

        /// <summary>Whether something is stored.</summary>
        bool RecordExists { get; }

        /// <summary>Reads it again.</summary>
        Task ReadStateAsync();

        /// <summary>Stores <see cref="State"/>.</summary>
        Task WriteStateAsync();

        /// <summary>Removes what is stored.</summary>
        Task ClearStateAsync();
    }
}

namespace Orleans.Runtime
{
    /// <summary>State that is read before the grain is activated; see <see cref="PersistentStateAttribute"/>.</summary>
    public interface IPersistentState<TState> : IStorage<TState>;
}
