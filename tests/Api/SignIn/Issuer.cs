using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CityGrains.Api.Tests.SignIn;

/// <summary>An OpenID Connect provider on this machine: its discovery document, its keys, and tokens signed by them or in other ways, good and bad.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private RSA _key = RSA.Create(2048);
    private int _number = 1;

    private Issuer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public static async Task<Issuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var issuer = new Issuer(app);
        app.MapGet("/.well-known/openid-configuration", (HttpContext _) => Results.Text(
            $$"""{"issuer": "{{issuer.Name}}", "jwks_uri": "{{issuer.Name}}/keys", "authorization_endpoint": "{{issuer.Name}}/authorize", "response_types_supported": ["id_token"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}""",
            "application/json"));
        app.MapGet("/keys", (HttpContext _) => Results.Text(issuer.PublishedKeys, "application/json"));
        await app.StartAsync();
        return issuer;
    }

    /// <summary>As its tokens write it.</summary>
    public string Name => Url.OriginalString.TrimEnd('/');

    /// <summary>From now on it signs with another key, and publishes that one only.</summary>
    public void Rotate()
    {
        _key.Dispose();
        (_key, _number) = (RSA.Create(2048), _number + 1);
    }

    /// <summary>A token of these claims; <paramref name="change"/> makes another of it.</summary>
    public string Token(DateTimeOffset now, Action<JsonObject>? change = null, string algorithm = "RS256", RSA? key = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = Name, ["aud"] = "citygrains", ["sub"] = "42", ["preferred_username"] = "Trần Văn Nam", ["office"] = "Sở Ngoại vụ Sơn La",
            ["groups"] = new JsonArray("fa-officers", "staff"), ["nbf"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        change?.Invoke(claims);
        var signed = $"{Base64($$"""{"alg": "{{algorithm}}", "typ": "JWT", "kid": "k{{_number}}"}""")}.{Base64(claims.ToJsonString())}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        byte[] signature = algorithm switch
        {
            "none" => [],
            "HS256" => HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), bytes), // the public key taken for a secret
            _ => (key ?? _key).SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private string PublishedKeys
    {
        get
        {
            var parts = _key.ExportParameters(includePrivateParameters: false);
            return JsonSerializer.Serialize(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = $"k{_number}", n = Base64Url.EncodeToString(parts.Modulus), e = Base64Url.EncodeToString(parts.Exponent) } } });
        }
    }

    private static string Base64(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
