using System.Text.RegularExpressions;

namespace CityGrains.Domain.Tests.Record;

public sealed class RefusalTests
{
    [Fact]
    public void Every_refusal_of_the_domain_has_a_test_that_meets_it()
    {
        var domain = Sources("domain").ToList();
        var codes = domain.SelectMany(source => Codes(source, @"\bAgreement\(\s*""([a-z-]+)""").Concat(Codes(source, @"WrongState\(agreement, ""([a-z-]+)"""))
            .Select(code => $"agreement/{code}"))
            .Concat(domain.SelectMany(source => Codes(source, @"\bCity\(\s*""([a-z-]+)""")).Select(code => $"city/{code}"))
            .Concat(domain.SelectMany(source => Codes(source, @"\bMembership\(\s*""([a-z-]+)""")).Select(code => $"membership/{code}"))
            .Concat(domain.SelectMany(source => Codes(source, @"\bActivity\(\s*""([a-z-]+)""")).Select(code => $"activity/{code}"))
            .Concat(domain.SelectMany(source => Codes(source, @"\bOffice\(\s*""([a-z-]+)""")).Select(code => $"office/{code}"))
            .Concat(domain.SelectMany(source => Codes(source, @"\bClaim\(\s*""([a-z-]+)""")).Select(code => $"claim/{code}"))
            .Concat(domain.SelectMany(source => Codes(source, @"\bRequest\(\s*""([a-z-]+)""")).Select(code => $"request/{code}"))
            .ToHashSet(StringComparer.Ordinal);
        var met = Sources("tests", "Domain").SelectMany(source => Codes(source, @"ThenRefused\(""([a-z/-]+)""")).ToHashSet(StringComparer.Ordinal);

        Assert.True(codes.Count > 20, "The sources were not found, or name their refusals in another way.");
        Assert.Empty(codes.Except(met));
        Assert.Empty(met.Except(codes));
    }

    private static IEnumerable<string> Sources(params string[] folder) =>
        Directory.EnumerateFiles(RepositoryRoot.Path(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static IEnumerable<string> Codes(string source, string pattern) =>
        Regex.Matches(source, pattern, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout).Select(match => match.Groups[1].Value);
}
