using System.Net;
using System.Net.Sockets;
using CityGrains.Domain.Checks;
using CityGrains.Silo.Webhooks;

namespace CityGrains.Api.Webhooks;

/// <summary>
/// Looks at an address when it is registered, so that a mistake is told at once. What counts is looked at again each time a connection is opened, since names
/// may come to lead elsewhere.
/// </summary>
internal sealed class WebhookAddress(WebhookConnections connections, ReceiverAddresses addresses)
{
    private const string Field = "url";
    private const int Longest = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Notes what is wrong with an address.</summary>
    public async Task Check(string url, FieldChecks faults, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp) || url.Length > Longest)
        {
            faults.Must(holds: false, Field, $"phải là địa chỉ https://… dài tối đa {Longest} ký tự",
                $"must be an address as https://…, at most {Longest} characters long");
            return;
        }

        faults.Must(address.UserInfo.Length == 0, Field, "không được chứa tên người dùng hay mật khẩu; hãy kiểm tra chữ ký",
            "must hold no user name or password; verify the signature instead");
        faults.Must(address.Fragment.Length == 0, Field, "không được có phần sau dấu #", "must have nothing after #");
        Check(await Found(address.DnsSafeHost, cancel), address.Scheme == Uri.UriSchemeHttps, faults);
    }

    private void Check(IPAddress[] found, bool encrypted, FieldChecks faults)
    {
        if (found.Length == 0 || found.Any(address => addresses.Allows(address, encrypted))) return;
        var open = found.Any(ReceiverAddresses.IsPublic);
        faults.Must(open, Field,
            "dẫn tới địa chỉ nội bộ hoặc máy này; người vận hành cho phép một mạng bằng CityGrains__Webhooks__Allow",
            "leads to an internal address or to this machine; the operator allows a network by CityGrains__Webhooks__Allow");
        faults.Must(!open, Field, "phải là https://…; http:// chỉ dùng được trong mạng mà người vận hành cho phép",
            "must be https://…; http:// goes only where the operator allows the network");
    }

    /// <summary>None where nobody knows the name, or not soon enough: the receiver may not be there yet.</summary>
    private async Task<IPAddress[]> Found(string host, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await connections.AddressesOf(host, patience.Token);
        }
        catch (Exception trouble) when (trouble is SocketException || (trouble is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return [];
        }
    }
}
