using System.Reflection;

namespace CityGrains.Silo;

/// <summary>What this program is.</summary>
public static class About
{
    /// <summary>The program's version.</summary>
    public static string Version { get; } = typeof(About).Assembly.GetName().Version!.ToString(3);

    /// <summary>What runs the grains: <c>orleans</c> or <c>embedded</c>, as GrainRuntime.props decided at build.</summary>
    public static string Runtime { get; } = typeof(About).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "GrainRuntime").Value!;
}
