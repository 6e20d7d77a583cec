using Orleans;

namespace CityGrains.Grains.Working;

/// <summary>Seals the record. Every node pokes it, under <see cref="SealerKey.Only"/>; one activation works.</summary>
public interface ISealerGrain : IGrainWithStringKey
{
    /// <summary>Seals what was recorded since, or a good part of it, and signs a checkpoint.</summary>
    Task<SealReport> Seal();

    /// <summary>Lets a new key follow the one that signs now; see <see cref="Journal.Seals.Signing.SealKeys.Rotate"/>.</summary>
    /// <returns>The new key's place among the keys.</returns>
    Task<int> Rotate(bool lost);
}

/// <summary>The key of the sealer.</summary>
public static class SealerKey
{
    /// <summary>There is one.</summary>
    public const string Only = "sealer";
}

/// <summary>What came of a poke.</summary>
/// <param name="Size">How many events are sealed.</param>
/// <param name="Sealed">How many just now.</param>
/// <param name="More">Others wait already.</param>
[Immutable]
public sealed record SealReport(long Size, long Sealed, bool More);
