using System.Net;
using CityGrains.Domain.Record;
using CityGrains.Grains.Working;
using CityGrains.Silo.Settings;

namespace CityGrains.Silo.Webhooks;

/// <summary>How receivers are told.</summary>
public sealed record WebhookOptions
{
    /// <summary>Most attempts that can be configured.</summary>
    private const int MostAttempts = 100;

    /// <summary>What events say they come from.</summary>
    public string Source { get; init; } = EventSource.Usual;

    /// <summary>
    /// Networks of private addresses that may be told, and without encryption; <c>CityGrains__Webhooks__Allow</c> lists them: <c>10.20.0.0/16
    /// 127.0.0.1/32</c>.
    /// </summary>
    public IReadOnlyList<IPNetwork> Allow { get; init; } = [];

    /// <summary>How often and when it is tried again; <c>CityGrains__Webhooks__Attempts</c> sets after how many attempts an event is a dead letter.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>How long a receiver may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often webhooks are poked, and at most, however fast events come.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The shortest time between two pokes.</summary>
    public TimeSpan Breath { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>What can be set.</summary>
    public static IReadOnlyList<Setting> Settings => [AllowSetting, AttemptsSetting];

    private static Setting<IReadOnlyList<IPNetwork>> AllowSetting { get; } = Settable.Networks("CityGrains:Webhooks:Allow", new Sentence(
        "Mạng nội bộ được nhận webhook, kể cả không mã hóa", "Networks of private addresses that webhooks may go to, and without encryption"));

    private static Setting<int> AttemptsSetting { get; } = Settable.Number(
        "CityGrains:Webhooks:Attempts", new RetryPolicy().Attempts, least: 1, MostAttempts, new Sentence(
        "Sau bấy nhiêu lần gửi không được thì sự kiện thành thư chết", "After so many attempts an event is a dead letter"));

    /// <summary>Reads them.</summary>
    public static WebhookOptions From(SettingsReader settings) =>
        new() { Source = settings.Of(EventSource.Named)!, Allow = settings.Of(AllowSetting),
            Retry = new RetryPolicy { Attempts = settings.Of(AttemptsSetting) } };
}
