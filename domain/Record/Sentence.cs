namespace CityGrains.Domain.Record;

/// <summary>One sentence in the two languages people read: Vietnamese and English.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
public sealed record Sentence(string Vi, string En);
