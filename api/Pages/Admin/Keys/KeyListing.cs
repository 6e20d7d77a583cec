using CityGrains.Api.Access.Keys;

namespace CityGrains.Api.Pages.Admin.Keys;

/// <summary>The keys there are, and the form that makes one.</summary>
/// <param name="Keys">Those that open something first.</param>
/// <param name="Make">Makes one.</param>
/// <param name="Done">What has just been done.</param>
public sealed record KeyListing(IReadOnlyList<KeyView> Keys, AdminForm Make, string? Done);

/// <summary>A key, and what can be done with it.</summary>
/// <param name="Key">The key, without the key itself.</param>
/// <param name="Rotate">Puts another in its place.</param>
/// <param name="Link">Makes a link that signs in.</param>
/// <param name="Expire">Gives it another end.</param>
/// <param name="Revoke">Ends it.</param>
/// <param name="Done">What has just been done.</param>
public sealed record KeyDetail(KeyView Key, AdminForm Rotate, AdminForm Link, AdminForm Expire, AdminForm Revoke, string? Done);
