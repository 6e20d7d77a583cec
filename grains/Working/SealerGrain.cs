using CityGrains.Journal;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using Orleans;

namespace CityGrains.Grains.Working;

/// <summary>The sealer as a grain, so that one works however many nodes there are. What it knows is in the store's own tables.</summary>
public sealed class SealerGrain(Sealer sealer, SealKeys keys) : Grain, ISealerGrain
{
    /// <inheritdoc/>
    public async Task<SealReport> Seal()
    {
        using var span = Telemetry.Source.StartActivity("seal");
        var outcome = await sealer.Seal();
        return new SealReport(outcome.Size, outcome.Sealed, outcome.More);
    }

    /// <inheritdoc/>
    public async Task<int> Rotate(bool lost) => (await keys.Rotate(lost)).Number;
}
