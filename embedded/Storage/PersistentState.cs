using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Storage;

/// <summary>Stored state of one activation.</summary>
internal interface IStoredState
{
    Task ReadStateAsync();
}

/// <inheritdoc cref="Runtime.IPersistentState{TState}"/>
internal sealed class PersistentState<TState>(Runtime.Activation activation, Runtime.PersistentStateAttribute asked) : Runtime.IPersistentState<TState>,
IStoredState
{
    private readonly AdoNetGrainStorage _storage = activation.Services.GetKeyedService<AdoNetGrainStorage>(asked.StorageName ?? "Default")
        ?? throw new Runtime.OrleansConfigurationException($"No storage is named '{asked.StorageName ?? "Default"}'; add it with AddAdoNetGrainStorage.");

    public TState State { get; set; } = Activator.CreateInstance<TState>();

    public string? Etag { get; private set; }

    public bool RecordExists { get; private set; }

    public async Task ReadStateAsync()
    {
        (var state, RecordExists, Etag) = await _storage.Read<TState>(asked.StateName, activation.Key);
        State = state ?? Activator.CreateInstance<TState>();
    }

    public async Task WriteStateAsync()
    {
        Etag = await _storage.Write(asked.StateName, activation.Key, State, Etag);
        RecordExists = true;
    }

    public async Task ClearStateAsync()
    {
        if (Etag is null) await ReadStateAsync();
        if (Etag is not null) Etag = await _storage.Clear(asked.StateName, activation.Key, Etag);
        RecordExists = false;
        State = Activator.CreateInstance<TState>();
    }
}
