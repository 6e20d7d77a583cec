using System.CommandLine;
using CityGrains.Cli.Record;

namespace CityGrains.Cli.Tests;

public sealed class Places : IDisposable
{
    private const string Kept = "Host=db;Database=citygrains;Username=u;Password=bí mật";

    private readonly DirectoryInfo _secrets = Directory.CreateTempSubdirectory("citygrains-secrets-");

    public Places() => File.WriteAllText(Path.Combine(_secrets.FullName, "CityGrains__Store"), Kept + "\n");

    [Theory]
    [InlineData("CREDENTIALS_DIRECTORY")]
    [InlineData("CITYGRAINS_SECRETS")]
    public void A_store_whose_password_is_a_secret_of_the_server_needs_none_on_the_command_line(string variable) =>
        Assert.Equal((Kept, "/var/lib/citygrains"), Of("", (variable, _secrets.FullName), ("CityGrains__Data", "/var/lib/citygrains")));

    [Theory]
    [InlineData("--data here", null, "here")]
    [InlineData("--store Host=x", "Host=x", "data")]
    [InlineData("--store Host=x --data here", "Host=x", "here")]
    public void What_is_said_goes_before_what_the_server_is_told(string said, string? store, string data) =>
        Assert.Equal((store, data), Of(said, ("CITYGRAINS_SECRETS", _secrets.FullName)));

    [Fact]
    public void Without_anything_it_is_the_folder_data() => Assert.Equal((null, "data"), Of(""));

    public void Dispose() => _secrets.Delete(recursive: true);

    private static (string?, string) Of(string said, params (string Name, string Value)[] variables)
    {
        var place = new Place(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
        var command = new RootCommand();
        place.AddTo(command);
        var options = place.Of(command.Parse(said));
        return (options.Postgres, options.DataDirectory);
    }
}
