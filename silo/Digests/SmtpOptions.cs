using System.Net.Mail;
using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;

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

    /// <summary>
    /// Encrypted by STARTTLS (RFC 3207), or not sent at all; <c>CityGrains__Smtp__Tls=false</c> turns that off for a server on the same machine.
    /// </summary>
    public bool Tls { get; init; } = true;

    /// <summary>Name to sign in with; null: without.</summary>
    public string? User { get; init; }

    /// <summary>Password to sign in with.</summary>
    public string? Password { get; init; }

    /// <summary>How long the server may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What can be set.</summary>
    public static IReadOnlyList<Setting> Settings => [HostSetting, PortSetting, FromSetting, TlsSetting, UserSetting, PasswordSetting];

    private static Sentence AnyText { get; } = new("văn bản", "a text");

    private static Setting<string?> HostSetting { get; } = Settable.Text("CityGrains:Smtp:Host", text => Uri.CheckHostName(text) != UriHostNameType.Unknown,
        new Sentence("tên máy chủ", "the name of a server"),
        new Sentence("Máy chủ gửi thư; để trống thì không gửi thư", "The mail server; without it nothing is mailed"));

    private static Setting<int> PortSetting { get; } =
        Settable.Number("CityGrains:Smtp:Port", UsualPort, least: 1, ushort.MaxValue, new Sentence("Cổng của máy chủ gửi thư", "Its port"));

    private static Setting<string?> FromSetting { get; } = Settable.Text("CityGrains:Smtp:From", text => MailAddress.TryCreate(text, out _),
        new Sentence("địa chỉ thư, như citygrains@songoaivu.vn", "a mail address, as citygrains@songoaivu.vn"),
        new Sentence("Địa chỉ người gửi; bắt buộc khi có máy chủ gửi thư", "The sender's address; needed with a mail server"));

    private static Setting<bool> TlsSetting { get; } = Settable.Flag("CityGrains:Smtp:Tls", usual: true, new Sentence(
        "STARTTLS, hoặc không gửi; false chỉ cho máy chủ ngay trên máy này", "STARTTLS or nothing; false for a server on the same machine"));

    private static Setting<string?> UserSetting { get; } =
        Settable.Text("CityGrains:Smtp:User", _ => true, AnyText, new Sentence("Tên đăng nhập máy chủ gửi thư", "Name to sign in to it with"));

    private static Setting<string?> PasswordSetting { get; } =
        Settable.Text("CityGrains:Smtp:Password", _ => true, AnyText,
            new Sentence("Mật khẩu đăng nhập máy chủ gửi thư", "Password to sign in to it with")) with { IsSecret = true };

    /// <summary>Reads them.</summary>
    public static SmtpOptions Read(SettingsReader settings)
    {
        settings.Must(!settings.IsSet(HostSetting) || settings.IsSet(FromSetting), FromSetting, "không được để trống khi có CityGrains__Smtp__Host",
        "is needed where CityGrains__Smtp__Host is set");
        return new SmtpOptions
        {
            Host = settings.Of(HostSetting), Port = settings.Of(PortSetting), From = settings.Of(FromSetting) ?? "", Tls = settings.Of(TlsSetting),
            User = settings.Of(UserSetting), Password = settings.Of(PasswordSetting),
        };
    }
}
