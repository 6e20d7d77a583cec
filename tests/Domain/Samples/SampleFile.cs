using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;

namespace CityGrains.Domain.Tests.Samples;

/// <summary>A file of requests, one JSON object a line, as a loader sends them.</summary>
internal static class SampleFile
{
    private static readonly Dictionary<string, Type> Verbs = new(StringComparer.Ordinal)
    {
        ["agreements/propose"] = typeof(ProposeAgreement),
        ["agreements/register-legacy"] = typeof(RegisterLegacyAgreement),
        ["agreements/open-consultation"] = typeof(OpenConsultation),
        ["agreements/record-opinion"] = typeof(RecordOpinion),
        ["agreements/escalate"] = typeof(EscalateToPrimeMinister),
        ["agreements/approve-signing"] = typeof(ApproveSigning),
        ["agreements/reject-signing"] = typeof(RejectSigning),
        ["agreements/abandon"] = typeof(AbandonProposal),
        ["agreements/sign"] = typeof(SignAgreement),
        ["agreements/enter-into-effect"] = typeof(EnterIntoEffect),
        ["agreements/adopt-plan"] = typeof(AdoptPlan),
        ["agreements/add-commitment"] = typeof(AddCommitment),
        ["agreements/start-implementation"] = typeof(StartImplementation),
        ["agreements/meet-milestone"] = typeof(MeetMilestone),
        ["agreements/partially-meet-milestone"] = typeof(PartiallyMeetMilestone),
        ["agreements/miss-milestone"] = typeof(MissMilestone),
        ["agreements/waive-milestone"] = typeof(WaiveMilestone),
        ["agreements/reschedule-milestone"] = typeof(RescheduleMilestone),
        ["agreements/report-progress"] = typeof(ReportProgress),
        ["agreements/attach-evidence"] = typeof(AttachEvidence),
        ["agreements/complete"] = typeof(CompleteImplementation),
        ["agreements/archive"] = typeof(ArchiveAgreement),
        ["agreements/send-copy-to-mofa"] = typeof(SendCopyToMofa),
        ["agreements/report-to-prime-minister"] = typeof(ReportToPrimeMinister),
        ["agreements/notify-change"] = typeof(NotifyChange),
        ["agreements/publish"] = typeof(PublishAgreement),
        ["agreements/restrict-disclosure"] = typeof(RestrictDisclosure),
        ["agreements/record-breach"] = typeof(RecordBreach),
        ["agreements/assert-claim"] = typeof(AssertAgreementClaim),
        ["agreements/dispute-claim"] = typeof(DisputeAgreementClaim),
        ["agreements/resolve-claim"] = typeof(ResolveAgreementClaim),
        ["agreements/request-feedback"] = typeof(RequestAgreementFeedback),
        ["agreements/answer-feedback"] = typeof(AnswerAgreementFeedback),
        ["agreements/remind-feedback"] = typeof(RemindAgreementFeedback),
        ["agreements/withdraw-feedback"] = typeof(WithdrawAgreementFeedback),
        ["agreements/propose-change"] = typeof(ProposeChange),
        ["agreements/open-change-consultation"] = typeof(OpenChangeConsultation),
        ["agreements/record-change-opinion"] = typeof(RecordChangeOpinion),
        ["agreements/exempt-change"] = typeof(ExemptChange),
        ["agreements/approve-change"] = typeof(ApproveChange),
        ["agreements/drop-change"] = typeof(DropChange),
        ["agreements/put-change-into-effect"] = typeof(PutChangeIntoEffect),
        ["agreements/resume"] = typeof(ResumeImplementation),
        ["agreements/expire"] = typeof(ExpireAgreement),
        ["agreements/rename-party"] = typeof(RenameParty),
        ["agreements/succeed-party"] = typeof(SucceedParty),
        ["agreements/notify-partner"] = typeof(NotifyPartner),
        ["agreements/assign-office"] = typeof(AssignOffice),
        ["agreements/correct"] = typeof(CorrectRecord),
        ["cities/register"] = typeof(RegisterCity),
        ["cities/rename"] = typeof(RenameCity),
        ["cities/record-indicator"] = typeof(RecordIndicator),
        ["agreements/link-activity"] = typeof(LinkActivity),
        ["cities/link-activity"] = typeof(LinkCityActivity),
        ["activities/plan"] = typeof(PlanActivity),
        ["offices/register"] = typeof(RegisterOffice),
        ["offices/set-policy"] = typeof(SetOfficePolicy),
        ["offices/add-person"] = typeof(AddPerson),
        ["offices/record-annual-report"] = typeof(RecordAnnualReport),
        ["offices/record-annual-plan"] = typeof(RecordAnnualPlan),
        ["activities/hold"] = typeof(HoldActivity),
        ["activities/assert-claim"] = typeof(AssertActivityClaim),
        ["cities/assert-claim"] = typeof(AssertCityClaim),
        ["cities/dissolve"] = typeof(DissolveCity),
        ["memberships/recognise"] = typeof(RecogniseMembership),
    };

    private static readonly CountryDirectory Countries = CountryDirectory.Parse(
        File.OpenText(RepositoryRoot.Path("silo", "data", "countries.csv")), File.OpenText(RepositoryRoot.Path("silo", "data", "country-aliases.csv")));

    private static readonly JsonSerializerOptions Json = new(JournalJson.Default.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new CountryOfAString() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Every line, parsed: a property no command has is an error, and so is one that is missing.</summary>
    public static IEnumerable<Request> Read(string name) => File.ReadLines(RepositoryRoot.Path("samples", name)).Select((line, i) => Parse(line, i + 1));

    private static Request Parse(string line, int number)
    {
        var request = JsonNode.Parse(line)!.AsObject();
        var body = request["body"]!.AsObject();
        string[] path = request["post"]!.GetValue<string>().Split('/');
        Assert.Equal(["", "api", "v1"], path[..3]);
        var (subject, id, verb) = path[3..] switch
        {
            ["cities"] => ("cities", Take(body, "id")!.GetValue<string>(), "register"),
            ["offices"] => ("offices", Take(body, "id")!.GetValue<string>(), "register"),
            ["activities"] => ("activities", Take(body, "id")!.GetValue<string>(), "plan"),
            ["agreements"] => ("agreements", Take(body, "id")!.GetValue<string>(), "propose"),
            ["cities", var one, "memberships", "gnlc", var what] => ("memberships", one, what),
            [var plural, var one, var what] => (plural, one, what),
            _ => throw new FormatException($"line {number}: {request["post"]} is no route of a command."),
        };
        var context = Asking.Today with
        {
            OccurredOn = Take(body, "occurredOn").Deserialize<DateOfRecord?>(Json),
            Source = Take(body, "source").Deserialize<SourceDocument>(Json),
            Reason = Take(body, "reason")?.GetValue<string>(),
        };
        var command = body.Deserialize(Verbs[$"{subject}/{verb}"], Json)!;
        return new Request(number, id, command, context.For(command));
    }

    private static JsonNode? Take(JsonObject body, string property) => body.Remove(property, out var value) ? value : null;

    private sealed class CountryOfAString : JsonConverter<Country>
    {
        public override Country Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Countries.Resolve(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Country value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
    }
}

/// <summary>A line of a sample.</summary>
internal sealed record Request(int Line, string Id, object Command, CommandContext Context);
