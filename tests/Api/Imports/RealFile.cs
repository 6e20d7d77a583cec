namespace CityGrains.Api.Tests.Imports;

/// <summary>Files beside the tests.</summary>
internal static class RealFile
{
    /// <summary>The real partnerships, beside the repository; the test is skipped where they are absent.</summary>
    public static string Path()
    {
        var file = InRepository("..", "shared", "data", "twin-cities.csv");
        Assert.SkipUnless(File.Exists(file), "../shared/data/twin-cities.csv is absent");
        return file;
    }

    /// <summary>A file of the repository.</summary>
    public static string InRepository(params string[] parts)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "CityGrains.sln")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds CityGrains.sln.");
        return System.IO.Path.Combine([folder, .. parts]);
    }
}
