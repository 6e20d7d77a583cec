using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Configuration;

namespace CityGrains.Silo.Digests;

/// <summary>The mail server that takes our mail, <c>CityGrains__Smtp__Host</c> and so on.</summary>
public sealed record SmtpOptions
{
    private const int UsualPort = 587;

    /// <summary>Its name; null: nothing is mailed.</summary>
    public string? Host { get; init; }

    /// <summary>Its port, 587 unless configured otherwise (RFC 6409).</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>The address mail comes from.</summary>
    public string From { get; init; } = "";

    /// <summary>Encrypted by STARTTLS (RFC 3207), or not sent at all; <c>CityGrains__Smtp__Tls=false</c> turns that off for a server on the same machine.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Name to sign in with; null: without.</summary>
    public string? User { get; init; }

    /// <summary>Password to sign in with.</summary>
    public string? Password { get; init; }

    /// <summary>How long the server may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads them from configuration.</summary>
    /// <exception cref="FormatException">A value is wrong; the message says which, and what is expected.</exception>
    public static SmtpOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("CityGrains:Smtp");
        if (section["Host"] is not { Length: > 0 } host) return new SmtpOptions();
        var from = section["From"] ?? "";
        if (!MailAddress.TryCreate(from, out _)) throw Wrong("From", from, "địa chỉ thư, như citygrains@songoaivu.vn", "a mail address, as citygrains@songoaivu.vn");
        var port = UsualPort;
        if (section["Port"] is { Length: > 0 } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= ushort.MaxValue))
            throw Wrong("Port", text, "số từ 1 đến 65535", "a number from 1 to 65535");
        var tls = true;
        if (section["Tls"] is { Length: > 0 } flag && !bool.TryParse(flag, out tls)) throw Wrong("Tls", flag, "true hoặc false", "true or false");
        return new SmtpOptions { Host = host, Port = port, From = from, Tls = tls, User = section["User"] is { Length: > 0 } user ? user : null, Password = section["Password"] };
    }

    private static FormatException Wrong(string name, string value, string vi, string en) => new(
        $"CityGrains__Smtp__{name} nhận {vi}, không phải '{value}'. / CityGrains__Smtp__{name} takes {en}, not '{value}'.");
}
