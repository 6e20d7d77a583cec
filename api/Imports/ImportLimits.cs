namespace CityGrains.Api.Imports;

/// <summary>How large a file may be.</summary>
/// <param name="Rows">Rows after the header.</param>
/// <param name="Bytes">Bytes.</param>
internal sealed record ImportLimits(int Rows, long Bytes)
{
    private const long MiB = 1024 * 1024;

    /// <summary>Bytes in the unit people read, MB of 1,048,576.</summary>
    public long Megabytes => Bytes / MiB;

    /// <summary>From <c>Imports:MaxRows</c> and <c>Imports:MaxMegabytes</c>; 500,000 rows and 256 MB unless told.</summary>
    public static ImportLimits From(IConfiguration configuration) =>
        new(configuration.GetValue("Imports:MaxRows", 500_000), configuration.GetValue("Imports:MaxMegabytes", 256L) * MiB);
}
