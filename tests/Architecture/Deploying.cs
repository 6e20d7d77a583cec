using System.Diagnostics;
using System.Text.RegularExpressions;
using CityGrains.Api.Startup;
using CityGrains.Cli.Supply;

namespace CityGrains.Architecture.Tests;

/// <summary>What stands in deploy/ fits the program, and what is said of its packages is so.</summary>
public partial class Deploying
{
    private static readonly string[] OfTheProgram = ["CITYGRAINS_SECRETS", "CITYGRAINS_CONFIG"];

    private static readonly string[] Complaints = ["Unknown", "Invalid", "Failed to parse", "ignoring"];

    [Fact]
    public void Every_setting_that_is_named_exists()
    {
        var known = ApiOptions.Settings.Select(setting => setting.Variable).Concat(OfTheProgram).ToHashSet(StringComparer.Ordinal);
        var named = (from file in Files() from name in Named().Matches(File.ReadAllText(file)) select (File: Path.GetFileName(file), Setting: name.Value))
            .ToList();
        Assert.NotEmpty(named);
        Offenders.None(from one in named where !known.Contains(one.Setting) select $"{one.File}: {one.Setting}");
    }

    [Fact]
    public async Task Units_of_systemd_are_understood()
    {
        var units = Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "systemd"));
        Offenders.None(from unit in units from line in File.ReadLines(unit) where !UnitLine().IsMatch(line) select $"{Path.GetFileName(unit)}: {line}");
        if (!File.Exists("/usr/bin/systemd-analyze")) return; // the form above is all that can be looked at here
        using var verify = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", "--man=no", .. units]) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = await verify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Complaints, complaint => said.Contains(complaint, StringComparison.Ordinal));
    }

    /// <summary>By systemd's own measure, from 0 to 10: what it calls OK ends at 5, what a service with a network can reach begins near 1.</summary>
    [Theory]
    [InlineData("citygrains.service")]
    [InlineData("citygrains-backup.service")]
    public async Task Units_of_systemd_may_do_little(string unit)
    {
        var file = Path.Combine(Repository.Root, "deploy", "systemd", unit);
        foreach (var line in (string[])["NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "SystemCallFilter=@system-service", "UMask=0077"])
            Assert.Contains(line, await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
        if (!File.Exists("/usr/bin/systemd-analyze")) return;
        Assert.Equal(0, await Run("/usr/bin/systemd-analyze", "security", "--offline=yes", "--threshold=20", "--no-pager", file));
    }

    [Fact]
    public async Task Ports_and_users_are_those_of_the_program()
    {
        var port = ApiOptions.Settings.Single(setting => setting.Variable == "CityGrains__Port").Usually;
        Offenders.None(from file in Files() from match in ListensOn().Matches(File.ReadAllText(file)) where match.Groups["port"].Value != port select $"{Path.GetFileName(file)}: {match.Value}");
        Offenders.None(from file in Files() from match in RunsAs().Matches(File.ReadAllText(file)) where match.Groups["user"].Value != "1654" select $"{Path.GetFileName(file)}: {match.Value}");
        if (File.Exists("/usr/bin/kubectl")) Assert.Equal(0, await Run("/usr/bin/kubectl", "kustomize", Path.Combine(Repository.Root, "deploy", "kubernetes")));
    }

    [Fact]
    public void Containers_run_without_rights_on_a_root_they_cannot_write()
    {
        var (container, compose, kubernetes) = (Read("Containerfile"), Read("compose.yaml"), Read("kubernetes/citygrains.yaml"));
        Assert.Matches("(?m)^USER 1654", container);
        Assert.Contains("HEALTHCHECK", container, StringComparison.Ordinal);
        Assert.Contains("read_only: true", compose, StringComparison.Ordinal);
        foreach (var word in (string[])["runAsNonRoot: true", "readOnlyRootFilesystem: true", "allowPrivilegeEscalation: false", "/health/live", "/health/ready", "PodDisruptionBudget", "NetworkPolicy"])
            Assert.Contains(word, kubernetes, StringComparison.Ordinal);
        Offenders.None(from file in Files() where file.EndsWith(".yaml", StringComparison.Ordinal) from line in File.ReadLines(file) where line.Contains('\t', StringComparison.Ordinal) select $"{file}: {line}");
    }

    [Fact]
    public void The_list_of_licences_is_that_of_the_packages_and_every_package_has_one()
    {
        var packages = LockFiles.Read(Repository.Root, SbomCommand.Cache);
        Offenders.None(from package in packages where package.Licence.Length == 0 select $"{package.Name} {package.Version}");
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "docs", "licences.md")),
            LicenceList.Of(packages)); // ./citygrains sbom --licences docs/licences.md
    }

    private static async Task<int> Run(string program, params string[] args)
    {
        using var run = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return run.ExitCode;
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, "deploy", file));

    private static string[] Files() => Directory.GetFiles(Path.Combine(Repository.Root, "deploy"), "*", SearchOption.AllDirectories);

    [GeneratedRegex("CityGrains__[A-Za-z_]+|CITYGRAINS_[A-Z_]+|OTEL_[A-Z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:EXPOSE |containerPort: |127\.0\.0\.1[:/])(?<port>5[0-9]{3})\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListensOn();

    [GeneratedRegex("(?:USER |runAsUser: |runAsGroup: |fsGroup: )(?<user>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunsAs();

    [GeneratedRegex(@"^(?:|#.*|\[[A-Z][a-z]+\]|[A-Z][A-Za-z]+=.*)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnitLine();
}
