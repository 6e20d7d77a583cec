using System.CodeDom.Compiler;
using System.Reflection;
using System.Xml.Linq;

namespace CityGrains.Architecture.Tests;

/// <summary>domain ◄ journal ◄ grains ◄ silo ◄ api: each room knows only those below it.</summary>
public class Rooms
{
    private static readonly string[] Order = ["domain", "journal", "grains", "silo", "api"];

    [Theory]
    [InlineData("domain")]
    [InlineData("journal")]
    [InlineData("grains")]
    [InlineData("silo")]
    [InlineData("api")]
    public void A_room_references_only_rooms_below_it(string room)
    {
        var below = Order[..Array.IndexOf(Order, room)].Append("embedded");
        Assert.Subset(below.ToHashSet(StringComparer.Ordinal), ProjectReferences(room).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Embedded_knows_no_room() => Assert.Empty(ProjectReferences("embedded"));

    [Fact]
    public void The_domain_knows_no_framework()
    {
        var allowed = new[] { "System", "netstandard" };
        var references = Assembly.Load("CityGrains.Domain").GetReferencedAssemblies().Select(reference => reference.Name!.Split('.')[0]);
        Assert.Subset(allowed.ToHashSet(StringComparer.Ordinal), references.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void The_domain_has_no_clock_no_chance_and_no_files()
    {
        string[] ambient = ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Guid.NewGuid", "Random.",
            " File.", "(File.", "Environment."];
        Offenders.None(from source in Repository.Sources("domain") from word in ambient where source.Text.Contains(word, StringComparison.Ordinal) select $"{source.Path}: {word}");
    }

    [Theory]
    [InlineData("CityGrains.Domain")]
    [InlineData("CityGrains.Journal")]
    [InlineData("CityGrains.Grains")]
    public void No_public_state_is_mutable(string assembly) => Offenders.None(
        from type in Assembly.Load(assembly).GetExportedTypes()
        where !type.IsEnum && !type.IsDefined(typeof(GeneratedCodeAttribute)) // Microsoft Orleans writes its messages itself
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where member is FieldInfo { IsInitOnly: false, IsLiteral: false } || (member is PropertyInfo property && IsSettable(property))
        select $"{type.Name}.{member.Name}");

    private static bool IsSettable(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true } set
        && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static IEnumerable<string> ProjectReferences(string room) =>
        from project in Directory.EnumerateFiles(Path.Combine(Repository.Root, room), "*.csproj")
        from reference in XDocument.Load(project).Descendants("ProjectReference")
        select reference.Attribute("Include")!.Value.Replace('\\', '/').Split('/')[^2];
}
