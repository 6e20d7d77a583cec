namespace CityGrains.Api.Access.Keys;

/// <summary>A link that signs its bearer in, once.</summary>
/// <param name="Url">The address; shown this once.</param>
/// <param name="ExpiresAt">From when on it opens nothing.</param>
public sealed record KeyLink(string Url, DateTimeOffset ExpiresAt);
