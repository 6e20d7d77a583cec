namespace CityGrains.Api.Webhooks;

/// <summary>Asks to be told of what is recorded.</summary>
/// <param name="Url">Where events are posted to: https, or http where the operator allows the network.</param>
public sealed record WebhookRequest(string Url)
{
    /// <summary>A body that is accepted, JSON.</summary>
    public const string Example = """
        {"url": "https://hooks.example.gov.vn/citygrains", "id": "cong-du-lieu", "types": ["agreement-signed", "implementation-completed"], "offices": ["Sở Ngoại vụ Sơn La"]}
        """;

    /// <summary>Names it; left out, one is given.</summary>
    public string? Id { get; init; }

    /// <summary>What deliveries are signed with, <c>whsec_</c> and base64 of 24 to 64 bytes; left out, one is made.</summary>
    public string? Secret { get; init; }

    /// <summary>Names of events, with their version or without; left out: all.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Offices whose events; left out: all.</summary>
    public IReadOnlyList<string>? Offices { get; init; }

    /// <summary>
    /// A place the feed has given, to be told of what comes after it; <c>0-0</c>: of everything there is. Left out: only of what is recorded from now on.
    /// </summary>
    public string? After { get; init; }
}
