using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using CityGrains.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Pages.Reading;

/// <summary>The files of <c>wwwroot</c>. Their addresses bear a print of their content, so that a browser may keep them for ever.</summary>
internal static class SiteFiles
{
    private const string Prefix = "asset/";

    private static readonly FrozenDictionary<string, SiteFile> ByName = Read();
    private static readonly FrozenDictionary<string, SiteFile> ByAddress = ByName.Values.ToFrozenDictionary(asset => asset.Address, StringComparer.Ordinal);

    /// <summary>Where a file is, <c>/assets/3f9a…/site.css</c>.</summary>
    public static string Address(string name) => ByName[name].Address;

    /// <summary>Serves them, to anybody: they say nothing of the record.</summary>
    public static void MapSiteFiles(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/assets/{print}/{name}", (HttpContext http) => Answer(http)).AllowAnonymous().ExcludeFromDescription();

    private static IResult Answer(HttpContext http)
    {
        if (!ByAddress.TryGetValue(http.Request.Path, out var asset)) return GeneralProblems.NoSuchRoute;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Compact.Answer(http, asset.Content, asset.Packed.Value, asset.Type, new EntityTagHeaderValue($"\"{asset.Print}\""));
    }

    private static FrozenDictionary<string, SiteFile> Read()
    {
        var program = Assembly.GetExecutingAssembly();
        return program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Read(program, name)).ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);
    }

    private static SiteFile Read(Assembly program, string resource)
    {
        using var stream = program.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new SiteFile(resource[Prefix.Length..], content, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }

    private sealed record SiteFile(string Name, byte[] Content, string Print)
    {
        public Lazy<byte[]> Packed { get; } = new(() => Compact.Pack(Content));

        public string Address { get; } = $"/assets/{Print}/{Name}";

        public string Type => Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".json" => "application/json; charset=utf-8",
            ".svg" => "image/svg+xml",
            var other => throw new FormatException($"wwwroot: nobody said what '{other}' is."),
        };
    }
}
