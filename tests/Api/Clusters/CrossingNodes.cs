using System.Text.Json;
using CityGrains.Api.Commands;
using CityGrains.Api.Commands.Memberships;
using CityGrains.Domain.Access;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Grains.Working;
using CityGrains.Journal;
using CityGrains.Silo;

namespace CityGrains.Api.Tests.Clusters;

/// <summary>What grains are asked, and what they answer, crosses from one node of a cluster to another as text and is the same there.</summary>
public sealed class CrossingNodes
{
    private static readonly DateTimeOffset Now = new(2026, 3, 15, 5, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Written = GrainHosting.MessageJson();
    private static readonly CommandBodies Bodies = new(Countries.Load(AppContext.BaseDirectory));

    public static TheoryData<string> Verbs => [.. All.Select(verb => verb.Command.Name).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<Verb> All =>
        [AgreementVerbs.Propose, .. AgreementVerbs.All, .. ChangeVerbs.All, .. ActivityVerbs.All, .. CityVerbs.All, .. MembershipVerbs.All, .. OfficeVerbs.All];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_command_is_the_same_on_the_other_side(string command)
    {
        foreach (var verb in All.Where(verb => verb.Command.Name == command))
        {
            var read = Bodies.Read(verb, takesId: true, JsonDocument.Parse(verb.Example).RootElement);
            Assert.Null(read.Problem);
            Crosses(read.Value.Command);
            Crosses(new CommandContext(Guid.CreateVersion7(Now), "00ff", "lan", "so-ngoai-vu", Now)
            {
                OccurredOn = read.Value.Envelope.OccurredOn, Source = read.Value.Envelope.Source,
                Reason = "vì", CorrelationId = "1", ExpectedVersion = 3, OwnOfficeOnly = true,
            });
        }
    }

    [Fact]
    public void What_comes_of_it_is_the_same_on_the_other_side()
    {
        Crosses(new CommandOutcome(CommandStatus.Accepted, new StreamId(StreamKind.Agreement, "agr-2026-000001"), 7)
        {
            State = "Signed",
            Events = [new RecordedEvent
            {
                Position = 9, Transaction = 8, Stream = new StreamId(StreamKind.City, "vn-son-la"), Version = 7, Type = "agreement-signed/1",
                Data = "{\"vi\":\"ký\"}"u8.ToArray(), Meta = "{}"u8.ToArray(),
                OccurredOn = "2026-03", RecordedAt = RecordedEvent.Format(Now), CommandId = Guid.CreateVersion7(Now), CommandIndex = 1, Hash = [1, 2, 255],
            }],
            Refusal = Refusal.Invalid([new FieldFault("parties[0].name", new Sentence("thiếu tên", "has no name"))]),
        });
        Crosses(new NoteAccess([new AccessEntry(AccessKind.Denied, Now, "GET /")
        {
            Path = "/x", Actor = "lan", Office = "o", Address = "::1", Status = 403, Times = 2, CorrelationId = "1",
        }]));
        Crosses(new SealReport(5, 4, More: true));
    }

    private static void Crosses(object message)
    {
        var arrived = JsonSerializer.Deserialize(JsonSerializer.Serialize(message, message.GetType(), Written), message.GetType(), Written)!;
        Assert.Equivalent(message, arrived, strict: true);
    }
}
