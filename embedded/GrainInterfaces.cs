using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>What has an address: a grain, or a reference to one.</summary>
    public interface IAddressable
    {
    }
}

namespace Orleans
{
    /// <summary>What every grain interface derives from. Its methods return <see cref="Task"/> or <see cref="Task{TResult}"/>.</summary>
    public interface IGrain : IAddressable
    {
    }

    /// <summary>A grain whose key is a string.</summary>
    public interface IGrainWithStringKey : IGrain
    {
    }

    /// <summary>Reaches grains by interface and key.</summary>
    public interface IGrainFactory
    {
        /// <summary>A reference to a grain, whether it is in memory or not; nothing runs until a method is called.</summary>
        /// <param name="primaryKey">The grain's key.</param>
        /// <param name="grainClassNamePrefix">For interfaces with several classes on Orleans; here one class implements each, so it stays null.</param>
        /// <exception cref="ArgumentException">No class implements the interface, or more than one does.</exception>
        TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey;
    }
}
