namespace CityGrains.Domain.Tests;

/// <summary>Files of the repository that tests read, found from the folder that holds the solution.</summary>
internal static class RepositoryRoot
{
    private static readonly string Folder = Find();

    public static string Path(params string[] parts) => System.IO.Path.GetFullPath(System.IO.Path.Combine([Folder, .. parts]));

    /// <summary>The real city partnerships, beside the repository; the test is skipped where they are not at hand.</summary>
    public static string TwinCities()
    {
        var file = Path("..", "shared", "data", "twin-cities.csv");
        Assert.SkipUnless(File.Exists(file), "../shared/data/twin-cities.csv is not beside the repository.");
        return file;
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "CityGrains.sln")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds CityGrains.sln.");
        return folder;
    }
}
