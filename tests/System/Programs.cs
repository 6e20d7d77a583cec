using System.Diagnostics;

namespace CityGrains.EndToEnd.Tests;

/// <summary>The built programs, and a way to run one to its end.</summary>
internal static class Programs
{
    /// <summary>The folder of CityGrains.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The real records, beside the repository; null where they are absent.</summary>
    public static string TwinCities
    {
        get
        {
            var file = Path.Combine(Root, "..", "shared", "data", "twin-cities.csv");
            Assert.SkipUnless(File.Exists(file), "../shared/data/twin-cities.csv is not beside the repository");
            return Path.GetFullPath(file);
        }
    }

    /// <summary>Starts a program of this build.</summary>
    public static Process Start(string room, string assembly, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var build = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        return Start("dotnet", environment, [Path.Combine(Root, room, "bin", build, "net10.0", assembly + ".dll"), .. arguments]);
    }

    /// <summary>Runs the operator's command line to its end.</summary>
    public static Task<(int Code, string Output)> Cli(params string[] arguments) => ToEnd(Start("cli", "CityGrains.Cli", null, arguments));

    /// <summary>Runs any program to its end.</summary>
    public static Task<(int Code, string Output)> Run(string program, params string[] arguments) => ToEnd(Start(program, null, arguments));

    /// <summary>Waits for the end; gives the exit code and everything it said.</summary>
    public static async Task<(int Code, string Output)> ToEnd(Process process, int minutes = 3)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token) + await error;
        await process.WaitForExitAsync(patience.Token);
        using (process) return (process.ExitCode, output);
    }

    private static Process Start(string program, IReadOnlyDictionary<string, string>? environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false, RedirectStandardError = true,
            WorkingDirectory = Root };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CityGrains.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
