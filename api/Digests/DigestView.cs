using CityGrains.Journal.Digests;

namespace CityGrains.Api.Digests;

/// <summary>How an office is reminded of its deadlines.</summary>
/// <param name="Emails">Mailboxes; none: webhooks and the feed alone tell of it, as <c>deadlines-announced</c>.</param>
/// <param name="Mail">False: this node has no mail server configured, and so mails nothing.</param>
/// <param name="SetAt">When that was set.</param>
/// <param name="SetBy">By whom.</param>
/// <param name="RemindedOn">The day it was last reminded; absent when it never was.</param>
public sealed record DigestView(IReadOnlyList<string> Emails, bool Mail, DateTimeOffset SetAt, string SetBy, DateOnly? RemindedOn)
{
    /// <summary>As it is kept.</summary>
    public static DigestView Of(DigestSubscription subscription, bool mail, DateOnly? remindedOn) =>
        new(subscription.Emails, mail, subscription.SetAt, subscription.SetBy, remindedOn);
}

/// <summary>Asks to be reminded.</summary>
/// <param name="Emails">Mailboxes of the office, at most 20; may be empty.</param>
public sealed record DigestRequest(IReadOnlyList<string> Emails)
{
    /// <summary>A body that is accepted, JSON.</summary>
    public const string Example = """{"emails": ["htqt@songoaivu.sonla.gov.vn"]}""";
}
