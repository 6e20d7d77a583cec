using System.CommandLine;
using CityGrains.Cli.Import;
using CityGrains.Silo;

namespace CityGrains.Cli.Record;

/// <summary>The option that names a server, <c>--url http://HOST:PORT</c>, and how it is signed in to.</summary>
internal sealed class Served
{
    private const string Usual = "http://127.0.0.1:5080";

    private readonly Option<string?> _url = new("--url") { Description = "Have the server there do it / Giao cho máy chủ ở địa chỉ này" };

    /// <summary>A command takes it.</summary>
    public void AddTo(Command command) => command.Add(_url);

    /// <summary>The server; null when none is named. The key comes from the variable, or from the data folder.</summary>
    /// <exception cref="FormatException">The address is none, or there is no key.</exception>
    public ServedStore? Find(ParseResult parsed, SiloOptions place) => parsed.GetValue(_url) is { } url ? At(url, place) : null;

    /// <summary>The server; the one of this machine when none is named.</summary>
    /// <exception cref="FormatException">The address is none, or there is no key.</exception>
    public ServedStore FindOrUsual(ParseResult parsed, SiloOptions place) => At(parsed.GetValue(_url) ?? Usual, place);

    private static ServedStore At(string url, SiloOptions place)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
            throw new FormatException($"--url {url}: http://HOST:PORT");
        var (key, missing) = CallerKey.Find(new DirectoryInfo(place.DataDirectory), Environment.GetEnvironmentVariable);
        return missing is null ? new ServedStore(server, key!) : throw new FormatException($"{missing.En} / {missing.Vi}");
    }
}
