using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;

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

    /// <summary>
    /// What each value of that claim means here; values that are not in it mean nothing. Empty: the roles of this program by their own names.
    /// </summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = Role.All.ToDictionary(role => role, StringComparer.Ordinal);

    /// <summary>What can be set.</summary>
    public static IReadOnlyList<Setting> Settings => [IssuerSetting, AudienceSetting, NameSetting, OfficeSetting, RoleSetting, RolesSetting];

    private static Sentence ClaimName { get; } = new("tên một claim", "the name of a claim");

    private static Setting<string?> IssuerSetting { get; } = Settable.Text(
        $"{Section}:{nameof(Issuer)}", IsIssuer, new Sentence("địa chỉ https của nhà cung cấp danh tính", "the https address of the provider"),
        new Sentence("Nhà cung cấp danh tính OpenID Connect, đúng như token của họ ghi",
            "OpenID Connect provider whose tokens are taken beside keys, exactly as they write it"));

    private static Setting<string?> AudienceSetting { get; } = Settable.Text($"{Section}:{nameof(Audience)}", _ => true, new Sentence("văn bản", "a text"),
        new Sentence("Token phải được phát hành cho ai; bắt buộc khi có Issuer", "Whom its tokens must be made for; needed with Issuer"));

    private static Setting<string?> NameSetting { get; } =
        Settable.Text($"{Section}:{nameof(NameClaim)}", _ => true, ClaimName, new Sentence("Claim ghi tên người", "The claim that names the person"),
            "preferred_username");

    private static Setting<string?> OfficeSetting { get; } = Settable.Text(
        $"{Section}:{nameof(OfficeClaim)}", _ => true, ClaimName, new Sentence("Claim ghi cơ quan", "The claim that names the office"), "office");

    private static Setting<string?> RoleSetting { get; } =
        Settable.Text($"{Section}:{nameof(RoleClaim)}", _ => true, ClaimName,
            new Sentence("Claim ghi vai trò hoặc nhóm", "The claim that lists roles or groups"), "roles");

    private static Setting<string?> RolesSetting { get; } = Settable.Text($"{Section}:{nameof(Roles)}", _ => true,
        new Sentence($"một vai trò: {string.Join(", ", Role.All)}", $"a role: {string.Join(", ", Role.All)}"),
        new Sentence("Mỗi giá trị của claim vai trò ứng với vai trò nào; để trống: chính tên vai trò",
            "What each value of the role claim means here; without any, the roles' own names")) with { IsGroup = true };

    /// <summary>Reads them; null when no provider is configured.</summary>
    public static OidcOptions? From(SettingsReader settings)
    {
        var roles = settings.Below(RolesSetting, role => Role.All.Contains(role, StringComparer.Ordinal));
        if (!Settings.Any(settings.IsSet) && roles.Count == 0) return null;
        settings.Must(settings.IsSet(IssuerSetting), IssuerSetting, "không được để trống khi có thiết lập Oidc khác", "is needed where others of Oidc are set");
        settings.Must(
            settings.IsSet(AudienceSetting), AudienceSetting, "không được để trống khi có thiết lập Oidc khác", "is needed where others of Oidc are set");
        if (settings.Of(IssuerSetting) is not { } issuer || settings.Of(AudienceSetting) is not { } audience) return null;
        var options = new OidcOptions(new Uri(issuer), audience)
        {
            NameClaim = settings.Of(NameSetting)!, OfficeClaim = settings.Of(OfficeSetting)!, RoleClaim = settings.Of(RoleSetting)!,
        };
        return roles.Count > 0 ? options with { Roles = roles } : options;
    }

    private static bool IsIssuer(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var issuer)
            && (issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback));
}
