using CityGrains.Journal;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using Orleans;
using Orleans.Placement;

namespace CityGrains.Grains.Working;

/// <summary>
/// The sealer as a grain, so that one works however many nodes there are. What it knows is in the store's own tables. It lives on any node;
/// where that has not the key that signs, it leaves, and the next poke begins it on another, until one has it.
/// </summary>
[RandomPlacement]
public sealed class SealerGrain(Sealer sealer, SealKeys keys) : Grain, ISealerGrain
{
    /// <inheritdoc/>
    public async Task<SealReport> Seal()
    {
        using var span = Telemetry.Source.StartActivity("seal");
        var outcome = await OrLeave(() => sealer.Seal());
        return new SealReport(outcome.Size, outcome.Sealed, outcome.More);
    }

    /// <inheritdoc/>
    public async Task<int> Rotate(bool lost) => (await OrLeave(() => keys.Rotate(lost))).Number;

    private async Task<T> OrLeave<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SealKeyMissingException)
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
