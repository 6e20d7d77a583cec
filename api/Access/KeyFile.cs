namespace CityGrains.Api.Access;

/// <summary>The file a first key is handed over in.</summary>
internal static class KeyFile
{
    /// <summary>Writes it, readable by its owner only from the moment it exists.</summary>
    public static void Write(string file, string key)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.WriteLine(key);
    }

    /// <summary>The key in it; null where there is no such file.</summary>
    public static async Task<string?> Read(string file) => File.Exists(file) ? (await File.ReadAllTextAsync(file)).Trim() : null;
}
