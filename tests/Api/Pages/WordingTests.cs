using System.Text.RegularExpressions;
using CityGrains.Api.Pages.Forms;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Pages.Work;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Requests;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Tests.Pages;

/// <summary>What pages say, in both languages.</summary>
public partial class WordingTests
{
    /// <summary>Families of keys that are made of a value: each has a key for every value, and none besides.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Families = new(StringComparer.Ordinal)
    {
        ["state"] = [.. Enum.GetValues<LegalState>().Where(state => state is not LegalState.Unrecorded).Select(Reader.Kebab)],
        ["kind"] = [.. Enum.GetValues<AgreementKind>().Select(Reader.Kebab)],
        ["flag"] = [.. Enum.GetValues<FlagKind>().Select(Reader.Kebab)],
        ["funnel"] = ["signed", "planned", "implementing", "implemented"],
        ["membership"] = [.. Enum.GetValues<MembershipState>().Where(state => state is not MembershipState.Unrecorded).Select(Reader.Kebab)],
        ["city-ending"] = [.. Enum.GetValues<CityEndingKind>().Select(Reader.Kebab)],
        ["city-claim"] = [.. Enum.GetValues<ClaimStanding>().Select(Reader.Kebab)],
        ["progress"] = [.. Enum.GetValues<Progress>().Select(Reader.Kebab)],
        ["party"] = [.. Enum.GetValues<PartyType>().Select(Reader.Kebab)],
        ["milestone"] = [.. Enum.GetValues<MilestoneStatus>().Select(Reader.Kebab)],
        ["notice"] = [.. Enum.GetValues<NoticeKind>().Select(Reader.Kebab)],
        ["claim"] = [.. Enum.GetValues<ClaimStanding>().Select(Reader.Kebab)],
        ["change"] = [.. Enum.GetValues<ChangeKind>().Select(Reader.Kebab)],
        ["choice"] =
        [
            .. Enum.GetValues<Opinion>().Select(Reader.Kebab), .. Enum.GetValues<ConsultationProcedure>().Select(Reader.Kebab),
            .. Enum.GetValues<Exemption>().Select(Reader.Kebab),
            .. Enum.GetValues<SuccessionExtent>().Select(Reader.Kebab), .. Enum.GetValues<Qualifier>().Select(Reader.Kebab),
        ],
        ["claim-of"] = ["signed-on", "effective-on", "proposed-on", "approved-on", "endorsed-on", "submitted-on", "recognised-on", "held-on", "applied-on"],
        ["event"] = [.. EventNames.All.Where(name => EventNames.TypeOf(name).IsAssignableTo(typeof(AgreementEvent)) || EventNames.TypeOf(name).IsAssignableTo(typeof(CityEvent)) || EventNames.TypeOf(name).IsAssignableTo(typeof(ActivityEvent)) || EventNames.TypeOf(name).IsAssignableTo(typeof(OfficeEvent))).Select(name => name.Split('/')[0])],
        ["import-row"] = ["refused", "remark", "planned", "duplicate"],
        ["work"] = WorkRoute.Views,
        ["part"] = ["parties", "commitments", "documents", "claims", "requests", "activities", "history", "changes"],
        ["field"] =
        [
            .. (from verb in AgreementForms.Verbs from kind in Enum.GetValues<ChangeKind>().Select(Reader.Kebab)
                from step in AgreementForms.Of(verb, path => path == "change.kind" ? kind : "") from path in step select FormView.KeyOf(verb, path)["field.".Length..]).Distinct(StringComparer.Ordinal),
        ],
        ["change-state"] = [.. Enum.GetValues<ChangeState>().Select(Reader.Kebab)],
        ["request"] = [.. Enum.GetValues<RequestStanding>().Select(Reader.Kebab)],
        ["amount"] = [.. Enum.GetValues<Qualifier>().Select(Reader.Kebab)],
        ["extent"] = ["true", "false"],
        ["met"] = ["true", "false"],
        ["fact"] =
        [
            "title", "foreign-title", "kind", "state", "office", "party", "fields", "agencies", "opinion", "approval", "signed-on", "signed-at", "signatories",
            "effective-on", "term", "superseded-by",
            "commitment", "milestone", "declared", "derived", "change", "suspension", "breach", "evidence", "notice", "publication", "restriction", "claim",
            "request", "activities", "archived-at",
            "name", "former-names", "country", "status", "location", "ending", "successor", "membership", "recognised", "criteria", "report", "transferred",
            "indicator",
            "activity-kind", "organiser", "days", "place", "international", "applied-on", "reach", "result", "agreements", "cities", "english-name", "level",
            "parent", "closing", "policy", "calendar", "person",
            "annual-report", "annual-plan", "reminded-on",
        ],
        ["activity-kind"] = [.. Enum.GetValues<ActivityKind>().Select(Reader.Kebab)],
        ["activity-state"] = [.. Enum.GetValues<ActivityState>().Where(state => state is not ActivityState.Unrecorded).Select(Reader.Kebab)],
        ["access-kind"] = Api.Access.Log.AccessQueries.Kinds,
        ["admin-done"] = Api.Pages.Admin.AdminPages.Done,
        ["health-part"] = ["store", "schema", "seals", "chain", "disk", "portfolio", "queue", "process", "requests"],
        ["key-standing"] = ["valid", "expired", "revoked"],
        ["role-may"] = Api.Access.Role.All,
        ["office-level"] = [.. Enum.GetValues<OfficeLevel>().Select(Reader.Kebab)],
        ["office-standing"] = [.. Enum.GetValues<OfficeStanding>().Select(Reader.Kebab)],
        ["webhook-change"] = ["created", "enabled", "disabled", "redelivery-requested", "deleted"],
        ["role"] = Api.Access.Role.All,
        ["section"] = [.. Api.Pages.Frame.Sections.All.Select(section => section.Name)],
    };

    [Fact]
    public void Every_key_has_both_languages_with_the_same_places_for_values() => Assert.All(Wording.All, text =>
    {
        Assert.NotEqual("", text.Value.Vi.Trim());
        Assert.NotEqual("", text.Value.En.Trim());
        Assert.Equal(Places(text.Value.Vi), Places(text.Value.En));
    });

    [Fact]
    public void Every_value_has_its_word() =>
        Assert.Empty(from family in Families from value in family.Value where !Wording.All.ContainsKey($"{family.Key}.{value}") select $"{family.Key}.{value}");

    [Fact]
    public void No_key_is_unused_and_none_is_missing()
    {
        var written = Sources().SelectMany(source => Quoted().Matches(source).Select(match => match.Groups["key"].Value)).ToHashSet(StringComparer.Ordinal);
        var made = Families.SelectMany(family => family.Value.Select(value => $"{family.Key}.{value}"));
        Assert.Empty(Wording.All.Keys.Except(written).Except(made));
        Assert.Empty(Sources().SelectMany(source => Asked().Matches(source).Select(match => match.Groups["key"].Value)).Except(Wording.All.Keys));
    }

    private static IEnumerable<string> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot(), "api", "Pages"), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)
        select File.ReadAllText(file);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CityGrains.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    /// <summary>Any text that could be a key.</summary>
    [GeneratedRegex("\"(?<key>[a-z]+[a-z0-9-]*\\.[a-z0-9.-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    /// <summary>Text that is asked for as a key.</summary>
    [GeneratedRegex("Reader\\[\"(?<key>[^\"$]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asked();
}
