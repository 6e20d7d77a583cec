namespace CityGrains.Architecture.Tests;

/// <summary>The source tree the tests look at.</summary>
internal static class Repository
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The folder of CityGrains.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# source below a room, generated files left out; path relative to the root, forward slashes.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] rooms) =>
        from room in rooms
        from file in Directory.EnumerateFiles(Path.Combine(Root, room), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split(Separators).Any(part => part is "bin" or "obj")
        select (path, File.ReadAllText(file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CityGrains.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
