using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using Microsoft.IdentityModel.Tokens;

namespace CityGrains.Api.Access.Oidc;

/// <summary>What is wrong with a token.</summary>
internal static class TokenProblems
{
    private static readonly Sentence GetAnother = new(
        "Đăng nhập lại ở nhà cung cấp danh tính để lấy token mới.", "Sign in at the provider again, for a new token.");

    public static Problem Malformed { get; } = Bad("malformed-token", "Token không đúng dạng JWT đã ký.", "The token is no signed JWT.");

    /// <summary>By what the validation found.</summary>
    public static Problem Of(Exception found) => found switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException =>
            Bad("token-not-valid-now", "Token đã hết hạn, chưa có hiệu lực hoặc không có hạn.", "The token has expired, is not valid yet, or never ends."),
        SecurityTokenInvalidIssuerException => Bad("wrong-issuer", "Token do nhà cung cấp khác phát hành.", "The token is of another issuer."),
        SecurityTokenInvalidAudienceException =>
            Bad("wrong-audience", "Token được phát hành cho chương trình khác.", "The token was made for another program."),
        SecurityTokenException or ArgumentException => Bad("bad-signature", "Chữ ký của token không đúng.", "The token's signature is not good."),
        _ => new Problem(503, "access/issuer-unavailable", new Sentence("Không hỏi được nhà cung cấp danh tính.", "The identity provider does not answer."),
            new Sentence("Gửi lại sau, hoặc dùng khóa.", "Send it again later, or use a key.")) { RetryAfter = 10 },
    };

    /// <summary>It is good, and does not say enough.</summary>
    public static Problem Incomplete(OidcOptions oidc) => Bad("token-incomplete",
        $"Token không có tên ({oidc.NameClaim}), cơ quan ({oidc.OfficeClaim}) hoặc vai trò được công nhận ({oidc.RoleClaim}).",
        $"The token names no person ({oidc.NameClaim}), no office ({oidc.OfficeClaim}), or no role that is known here ({oidc.RoleClaim}).");

    private static Problem Bad(string reason, string vi, string en) => new(401, "access/" + reason, new Sentence(vi, en), GetAnother);
}
