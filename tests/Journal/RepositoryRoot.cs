namespace CityGrains.Journal.Tests;

internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CityGrains.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests lie in no repository.");
        }

        return folder.FullName;
    }
}
