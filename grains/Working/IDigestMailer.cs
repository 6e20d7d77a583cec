using CityGrains.Domain.Offices.Digests;

namespace CityGrains.Grains.Working;

/// <summary>Carries reminders by mail. The host supplies it: grains know nothing of the way.</summary>
public interface IDigestMailer
{
    /// <summary>False where no mail server is configured, and so nothing is ever mailed.</summary>
    bool IsConfigured { get; }

    /// <summary>Hands a message to the mail server.</summary>
    /// <exception cref="DigestNotMailedException">The server did not take it, or nobody knows.</exception>
    Task Send(DigestMail mail, CancellationToken cancel);
}

/// <summary>A reminder to be mailed.</summary>
/// <param name="Id">Names the message: the same reminder twice is recognised by mailboxes (RFC 5322, 3.6.4).</param>
/// <param name="To">The mailboxes.</param>
/// <param name="Text">What it says.</param>
public sealed record DigestMail(string Id, IReadOnlyList<string> To, DigestText Text);

/// <summary>A reminder was not mailed, or nobody knows; it is tried again.</summary>
public sealed class DigestNotMailedException(string reason, Exception? cause = null) : Exception(reason, cause);
