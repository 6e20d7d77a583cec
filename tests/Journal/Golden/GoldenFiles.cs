using System.Text;
using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Tests.Golden;

/// <summary>
/// Events are for ever: what was stored once must be read, and be written, in the same form.
/// A changed form is a new version with a file of its own.
/// </summary>
public class GoldenFiles
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Journal", "Golden");

    public static TheoryData<string> Names => [.. EventNames.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_it_was_stored_first(string name) => Assert.Equal(Stored(name), Encoding.UTF8.GetString(Written(Example(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_stored_is_read_as_the_same_event(string name)
    {
        var read = JsonSerializer.Deserialize(Stored(name), JournalJson.Default.GetTypeInfo(EventNames.TypeOf(name))!);
        Assert.IsType(Example(name).GetType(), read);
        Assert.Equivalent(Example(name), read, strict: true);
    }

    [Fact]
    public void Every_event_has_a_file_and_every_file_an_event() => Assert.Equal(
        EventNames.All.Select(FileOf).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_event_has_one_example() =>
        Assert.Equal(EventNames.All.Order(StringComparer.Ordinal), Examples.All.Select(EventNames.Of).Order(StringComparer.Ordinal));

    private static DomainEvent Example(string name) => Examples.All.Single(example => EventNames.Of(example) == name);

    private static byte[] Written(DomainEvent example)
    {
        var context = new CommandContext(Guid.Empty, "", "lan", "so", DateTimeOffset.UnixEpoch);
        return EventWriter.Record(new StreamId(StreamKind.Agreement, "agr-1"), 0, Rows.LastEvent.None, [example], context)[0].Data;
    }

    private static string Stored(string name) => File.ReadAllText(Path.Combine(Folder, FileOf(name))).TrimEnd('\n');

    private static string FileOf(string name) => $"{name.Replace('/', '-')}.json";
}
