namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>Something a record says, in words.</summary>
/// <param name="Key">The same for the same thing, however it changes: <c>commitment/c1</c>.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Value">What the record says of it.</param>
public sealed record Fact(string Key, string Label, string Value);

/// <summary>Something two looks at a record say differently.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Before">What the first look says; null: nothing.</param>
/// <param name="After">What the second says; null: nothing.</param>
/// <param name="Since">The event the difference comes from; null where none is known.</param>
public sealed record FactChange(string Label, string? Before, string? After, AuditLine? Since);
