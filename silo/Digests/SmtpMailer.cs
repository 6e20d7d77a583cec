using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CityGrains.Grains.Working;

namespace CityGrains.Silo.Digests;

/// <summary>
/// Hands reminders to a mail server (RFC 5321), with the framework's own client: it writes MIME, speaks STARTTLS and signs in, which is all that submission
/// on port 587 needs.
/// It has no TLS from the first byte (port 465); a server that offers nothing else needs a relay.
/// </summary>
internal sealed class SmtpMailer(SmtpOptions options) : IDigestMailer
{
    /// <inheritdoc/>
    public bool IsConfigured => options.Host is not null;

    /// <inheritdoc/>
    public async Task Send(DigestMail mail, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(options.Patience);
        try
        {
            using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
            if (options.User is not null) client.Credentials = new NetworkCredential(options.User, options.Password);
            using var message = Message(mail);
            await client.SendMailAsync(message, patience.Token);
        }
        catch (SmtpException cause)
        {
            throw new DigestNotMailedException(
                $"The mail server {options.Host}:{options.Port} did not take the reminder: {cause.InnerException?.Message ?? cause.Message}", cause);
        }
        catch (OperationCanceledException cause) when (!cancel.IsCancellationRequested)
        {
            throw new DigestNotMailedException($"The mail server {options.Host}:{options.Port} did not answer within {options.Patience.TotalSeconds} s.",
                cause);
        }
    }

    private MailMessage Message(DigestMail mail)
    {
        var from = new MailAddress(options.From);
        var message = new MailMessage { From = from, Subject = mail.Text.Subject, SubjectEncoding = Encoding.UTF8 };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text.Body, new ContentType("text/plain; charset=utf-8")));
        message.AlternateViews[0].TransferEncoding = TransferEncoding.Base64;
        foreach (var address in mail.To) message.To.Add(address);
        message.Headers.Add("Message-ID", $"<{mail.Id}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
        return message;
    }
}
