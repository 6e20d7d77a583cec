namespace CityGrains.Api.Pages.Parts;

/// <summary>A value in a sentence.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Link">The list behind it; null: none.</param>
public sealed record Linked(string Text, string? Link);
