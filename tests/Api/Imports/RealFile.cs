namespace CityGrains.Api.Tests.Imports;

/// <summary>The real records beside the repository.</summary>
internal static class RealFile
{
    /// <summary>Its path; the test is skipped where it is absent.</summary>
    public static string Path()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CityGrains.sln"))) folder = folder.Parent!;
        var file = System.IO.Path.Combine(folder.FullName, "..", "shared", "data", "twin-cities.csv");
        Assert.SkipUnless(File.Exists(file), "../shared/data/twin-cities.csv is absent");
        return file;
    }
}
