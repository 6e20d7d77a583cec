using System.Text.RegularExpressions;

namespace CityGrains.Architecture.Tests;

/// <summary>How the code reads: small files, words in their place.</summary>
public partial class Habits
{
    private static readonly string[] Rooms = ["domain", "journal", "grains", "embedded", "silo", "api", "cli", "bench", "torture"];

    [Fact]
    public void No_file_is_longer_than_350_lines() =>
        Offenders.None(
            from source in Repository.Sources([.. Rooms, "tests"]) let lines = Lines(source.Text) where lines > 350 select $"{source.Path}: {lines} lines");

    [Fact]
    public void The_median_file_is_at_most_60_lines_and_nine_of_ten_at_most_180()
    {
        var lengths = Repository.Sources(Rooms).Select(source => Lines(source.Text)).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 180);
    }

    [Fact]
    public void Sql_is_written_in_the_journal_only() =>
        Offenders.None(from source in Repository.Sources("domain", "grains", "silo", "api", "cli") where Sql().IsMatch(source.Text) select source.Path);

    [Fact]
    public void No_two_migrations_of_a_store_bear_the_same_number() => Offenders.None(
        from store in (string[])["Sqlite", "Postgres"]
        from same in Directory.EnumerateFiles(Path.Combine(Repository.Root, "journal", store, "Migrations"), "*.sql").Select(file => Path.GetFileName(file)!)
            .GroupBy(name => name[..4], StringComparer.Ordinal)
        where same.Count() > 1
        select $"journal/{store}/Migrations: {string.Join(", ", same)}");

    [Fact]
    public void Code_of_both_runtimes_is_written_once() =>
        Offenders.None(
            from source in Repository.Sources("grains", "silo", "api") where source.Text.Contains("\n#if", StringComparison.Ordinal) select source.Path);

    [Fact]
    public void What_binds_the_parameters_of_a_route_is_made_when_it_is_first_asked_for() =>
        Offenders.None(from source in Repository.Sources("api") where MadeAtStart().IsMatch(source.Text) select $"{source.Path}: see Routes.cs");

    [Fact]
    public void No_http_below_the_api() =>
        Offenders.None(from source in Repository.Sources("domain", "journal", "grains") where Http().IsMatch(source.Text) select source.Path);

    [Fact]
    public void Nothing_is_left_unfinished() =>
        Offenders.None(from source in Repository.Sources(Rooms) where Unfinished().IsMatch(source.Text) select source.Path);

    [Fact]
    public void Tests_wait_for_conditions_and_never_sleep() =>
        Offenders.None(from source in Repository.Sources("tests") where !source.Path.EndsWith("/Habits.cs", StringComparison.Ordinal) && Sleeps().IsMatch(source.Text) select source.Path);

    private static int Lines(string text) => text.AsSpan().TrimEnd().Count('\n') + 1;

    [GeneratedRegex("\"\\s*(SELECT|INSERT|UPDATE|DELETE|CREATE TABLE) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sql();

    [GeneratedRegex(@"using (Microsoft\.AspNetCore|System\.Net\.Http)|HttpContext|HttpClient", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Http();

    [GeneratedRegex(@"\.(MapMethods|MapPatch|MapFallback)\(|EndpointRouteBuilderExtensions", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MadeAtStart();

    [GeneratedRegex("TODO|FIXME|HACK|NotImplementedException", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sleeps();
}
