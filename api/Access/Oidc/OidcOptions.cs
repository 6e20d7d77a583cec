namespace CityGrains.Api.Access.Oidc;

/// <summary>Whose tokens are taken beside keys, and what their claims mean. Section <c>CityGrains:Oidc</c>.</summary>
/// <param name="Issuer">The provider, exactly as its tokens and its discovery document write it; https, or http to this machine itself.</param>
/// <param name="Audience">Whom its tokens must be made for.</param>
public sealed record OidcOptions(Uri Issuer, string Audience)
{
    /// <summary>Name of the section.</summary>
    public const string Section = "CityGrains:Oidc";

    /// <summary>The claim that names the person; events bear it as their actor.</summary>
    public string NameClaim { get; init; } = "preferred_username";

    /// <summary>The claim that names the office, by id or name.</summary>
    public string OfficeClaim { get; init; } = "office";

    /// <summary>The claim that lists roles or groups.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>What each value of that claim means here; values that are not in it mean nothing. Empty: the roles of this program by their own names.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = Role.All.ToDictionary(role => role, StringComparer.Ordinal);

    /// <summary>Reads them; null when no provider is configured.</summary>
    /// <exception cref="FormatException">They cannot be meant so.</exception>
    public static OidcOptions? From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.Exists()) return null;
        if (!Uri.TryCreate(section[nameof(Issuer)], UriKind.Absolute, out var issuer) || !(issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback)))
            throw Wrong(nameof(Issuer), "phải là địa chỉ https của nhà cung cấp danh tính", "must be the https address of the provider");
        if (section[nameof(Audience)] is not { Length: > 0 } audience) throw Wrong(nameof(Audience), "không được để trống", "must not be empty");

        var options = new OidcOptions(issuer, audience);
        var roles = section.GetSection(nameof(Roles)).GetChildren().ToDictionary(child => child.Key, child => child.Value ?? "", StringComparer.Ordinal);
        if (roles.Values.FirstOrDefault(role => !Role.All.Contains(role, StringComparer.Ordinal)) is { } unknown)
            throw Wrong(nameof(Roles), $"'{unknown}' không phải vai trò; các vai trò: {string.Join(", ", Role.All)}", $"'{unknown}' is no role; the roles are {string.Join(", ", Role.All)}");
        return options with
        {
            NameClaim = section[nameof(NameClaim)] ?? options.NameClaim,
            OfficeClaim = section[nameof(OfficeClaim)] ?? options.OfficeClaim,
            RoleClaim = section[nameof(RoleClaim)] ?? options.RoleClaim,
            Roles = roles.Count > 0 ? roles : options.Roles,
        };
    }

    private static FormatException Wrong(string name, string vi, string en) => new($"{Section}:{name} {en}. / {Section}:{name} {vi}.");
}
