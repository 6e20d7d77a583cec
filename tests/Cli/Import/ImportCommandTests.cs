using System.CommandLine;
using CityGrains.Cli.Import;

namespace CityGrains.Cli.Tests.Import;

/// <summary><c>citygrains import</c> as a person runs it, against a real server.</summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string Header = "city1,country1,lat1,lng1,city2,country2,lat2,lng2";
    private const string Good = "Vinh,Vietnam,18.67,105.69,Pakse,Laos,15.12,105.78";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "citygrains-files-" + Guid.NewGuid().ToString("N"));
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        _server = await RunningServer.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Each_row_not_accepted_is_told_and_the_refused_ones_can_be_mended_and_imported()
    {
        var file = Write("pairs.csv", Header, Good, "\"Sa Đéc\",,10.3,105.7,Pakse,Laos,15.12,105.78", "Pakse,Lào,15.12,105.78,Vinh,Việt Nam,18.67,105.69");
        var (code, output, error) = await Import(file, "--refused", Named("mend.csv"));

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("accepted 1 duplicate 1 refused 1 unchanged 0", output[^1]);
        Assert.Contains("refused: line 3, column country1, value \"\": country1 must not be empty.", output);
        Assert.Contains("duplicate: line 4: The same agreement as on line 2. Pakse,Lào,15.12,105.78,Vinh,Việt Nam,18.67,105.69", output);
        Assert.Equal([Header, "\"Sa Đéc\",,10.3,105.7,Pakse,Laos,15.12,105.78"], await File.ReadAllLinesAsync(Named("mend.csv")));

        await File.WriteAllTextAsync(Named("mend.csv"), (await File.ReadAllTextAsync(Named("mend.csv"))).Replace(",,", ",Vietnam,", StringComparison.Ordinal));
        (code, output, _) = await Import(Named("mend.csv"), "--refused", Named("none.csv"));
        Assert.Equal((0, "accepted 1 duplicate 0 refused 0 unchanged 0"), (code, output[^1]));
        Assert.False(File.Exists(Named("none.csv")));
    }

    [Fact]
    public async Task The_refused_rows_stand_together_under_the_progress_whatever_ended_otherwise_between_them()
    {
        const string Bad = "Vinh,,1,2,Pakse,Laos,1,2";
        var (_, output, _) = await Import(Write("pairs.csv", Header, Good, Bad, Good, Good, Bad, Good, Good, Bad, Good, Bad), "--refused", Named("mend.csv"));
        Assert.Equal(["refused", "refused", "refused", "refused"], output[^6..^2].Select(line => line.Split(':')[0]));
        Assert.Equal(["3", "6", "9", "11"], output[^6..^2].Select(line => line.Split(' ')[2].TrimEnd(',')));
        Assert.Equal(5, output[^11..^6].Count(line => line.StartsWith("duplicate: ", StringComparison.Ordinal)));
        Assert.Equal("10 / 10", output[^12]);
    }

    [Fact]
    public async Task A_dry_run_says_so_and_records_nothing()
    {
        var (code, output, _) = await Import(Write("pairs.csv", Header, Good), "--dry-run");
        Assert.Equal((0, "Dry run: nothing was recorded.", "accepted 1 duplicate 0 refused 0 unchanged 0"), (code, output[^2], output[^1]));
        Assert.Equal(0, (await _server.Rows.Summary()).Agreements);
    }

    [Fact]
    public async Task Vietnamese_is_spoken_where_the_locale_says_so()
    {
        _environment["LANG"] = "vi_VN.UTF-8";
        var (_, output, _) = await Import(Write("pairs.csv", Header, "Vinh,Vietnam,1,2,Vinh,Vietnam,1,2"), "--refused", Named("mend.csv"));
        Assert.Contains("từ chối: dòng 2, cột city2, giá trị \"Vinh\": city2 'Vinh' trùng với city1: một bên không ký với chính mình.", output);
        Assert.Equal("accepted 0 duplicate 0 refused 1 unchanged 0", output[^1]);
    }

    [Fact]
    public async Task Nothing_that_a_terminal_obeys_is_printed()
    {
        var (_, output, _) = await Import(Write("pairs.csv", Header, "\u001b[31mVinh,Vietnam,x,2,Huế,Vietnam,1,2"), "--refused", Named("mend.csv"));
        Assert.DoesNotContain(output, line => line.Any(char.IsControl));
    }

    [Fact]
    public async Task A_file_that_is_refused_as_a_whole_ends_with_1_and_the_reason()
    {
        var (code, _, error) = await Import(Write("pairs.csv", "city1,country1"));
        Assert.Equal(1, code);
        Assert.Contains("The header row is not right.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var (code, _, error) = await Import(Named("nix.csv"));
        Assert.Equal((1, $"There is no file {Named("nix.csv")}.{Environment.NewLine}"), (code, error));
    }

    [Fact]
    public async Task A_missing_key_is_told_with_where_it_was_looked_for()
    {
        var (code, _, error) = await Run(Write("pairs.csv", Header, Good), "--map", "twin-cities", "--url", _server.Url, "--data", _folder);
        Assert.Equal(1, code);
        Assert.Contains("CITYGRAINS_KEY", error, StringComparison.Ordinal);
        Assert.Contains(Named("admin.key"), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_server_is_told()
    {
        _environment[ImportCommand.KeyVariable] = "cg_" + new string('x', 40);
        var (code, _, error) = await Import(Write("pairs.csv", Header, Good));
        Assert.Equal(1, code);
        Assert.Contains("does not take this key", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_run_is_told()
    {
        var (code, _, error) = await Run(Write("pairs.csv", Header, Good), "--map", "twin-cities", "--url", "http://127.0.0.1:1", "--data", _server.Folder);
        Assert.Equal(1, code);
        Assert.Contains("./citygrains up", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string[] Output, string Error)> Import(string file, params string[] more) =>
        Run([file, "--map", "twin-cities", "--url", _server.Url, "--data", _server.Folder, .. more]);

    private async Task<(int Code, string[] Output, string Error)> Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var configuration = new InvocationConfiguration { Output = output, Error = error };
        var code = await ImportCommand.Create(_environment.GetValueOrDefault).Parse(arguments).InvokeAsync(configuration);
        return (code, output.ToString().TrimEnd().Split(Environment.NewLine), error.ToString());
    }

    private string Named(string name) => Path.Combine(_folder, name);

    private string Write(string name, params string[] lines)
    {
        File.WriteAllLines(Named(name), lines);
        return Named(name);
    }
}
