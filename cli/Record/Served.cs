using System.CommandLine;
using CityGrains.Cli.Import;
using CityGrains.Silo;

namespace CityGrains.Cli.Record;

/// <summary>The option that names a server, <c>--url http://HOST:PORT</c>, and how it is signed in to.</summary>
internal sealed class Served
{
    private readonly Option<string?> _url = new("--url") { Description = "Have the server there do it / Giao cho máy chủ ở địa chỉ này" };

    /// <summary>A command takes it.</summary>
    public void AddTo(Command command) => command.Add(_url);

    /// <summary>The server; null when none is named. The key comes from the variable, or from the data folder.</summary>
    /// <exception cref="FormatException">The address is none, or there is no key.</exception>
    public ServedStore? Find(ParseResult parsed, SiloOptions place)
    {
        if (parsed.GetValue(_url) is not { } url) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https")) throw new FormatException($"--url {url}: http://HOST:PORT");
        var (key, missing) = CallerKey.Find(new DirectoryInfo(place.DataDirectory), Environment.GetEnvironmentVariable);
        return missing is null ? new ServedStore(server, key!) : throw new FormatException($"{missing.En} / {missing.Vi}");
    }
}
