using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Pages.Reading;

/// <summary>Answers that hold nothing secret, packed with gzip where the browser takes it.</summary>
internal static class Compact
{
    /// <summary>Packs.</summary>
    public static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray();
    }

    /// <summary>Answers with the one or the other.</summary>
    public static IResult Answer(HttpContext http, byte[] content, byte[] packed, string type, EntityTagHeaderValue tag)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var takes = http.Request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is not 0);
        if (!takes || packed.Length >= content.Length) return Results.Bytes(content, type, entityTag: tag);
        http.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(packed, type, entityTag: new EntityTagHeaderValue($"\"{tag.Tag.AsSpan().Trim('"')}.gz\""));
    }
}
