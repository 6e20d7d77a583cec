namespace Orleans
{
    /// <summary>Says that nobody changes the marked value, so it crosses a call without a copy. In one process nothing is ever copied.</summary>
    [AttributeUsage(
        AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue,
        Inherited = false)]
    public sealed class ImmutableAttribute : Attribute;
}

namespace Orleans.Placement
{
    /// <summary>In a cluster, a grain that is in memory nowhere begins on any node; here there is one.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class RandomPlacementAttribute : Attribute;
}

namespace Orleans.Concurrency
{
    /// <summary>Marks a method of a grain interface that changes nothing: such calls may overlap each other.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ReadOnlyAttribute : Attribute;
}

namespace Orleans.Runtime
{
    /// <summary>Asks for stored state in a grain's constructor; the parameter is an <see cref="IPersistentState{TState}"/>.</summary>
    /// <param name="stateName">Names the state; with the grain's key it finds the stored row, so two grain classes must not share one.</param>
    /// <param name="storageName">The storage, as named when it was added.</param>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
    {
        /// <summary>Names the state.</summary>
        public string StateName { get; } = stateName;

        /// <summary>Names the storage; null is the one called <c>Default</c>.</summary>
        public string? StorageName { get; } = storageName;
    }
}
