namespace CityGrains.Grains.Working;

/// <summary>Where working grains keep how far they have come.</summary>
public static class WorkingStorage
{
    /// <summary>Names the storage, for <see cref="Orleans.Runtime.PersistentStateAttribute"/>.</summary>
    public const string Name = "working";
}
