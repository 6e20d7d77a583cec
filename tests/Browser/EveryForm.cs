using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>Forms of every family, filled in and sent by keys: what they record is seen on the page they lead to.</summary>
public class EveryForm(Desk desk)
{
    [Fact]
    public async Task An_agreement_of_old_is_entered_amended_suspended_resumed_and_ends()
    {
        await using var window = await desk.Open(Screen.Desk);
        await using var approver = await desk.Open(Screen.Desk, "approver.key");
        await window.Go("/agreements/new/legacy");
        await Send(window, ("title.vi", "Bản ghi nhớ Điện Biên – Phongsaly"), ("office", "Sở Ngoại vụ Sơn La"));
        await Send(window, ("parties[0].name", "Tỉnh Điện Biên"));
        await Send(window, ("parties[1].name", "Phongsaly"), ("parties[1].country", "Lào"));
        await Send(window, ("signedOn", "14/2/2020"), ("effectiveOn", "2020"), ("source.title", "Sổ theo dõi thỏa thuận"));
        await Says(window, "ký 14/2/2020");
        var agreement = new Uri(window.Page.Url).AbsolutePath;

        await Propose(
            window, agreement, "amendment", ("change.provisions[0].provision", "Điều 3"), ("change.provisions[0].text", "Mỗi năm hai đoàn giáo viên"));
        await Click(window, "#changes a[href*='/exempt-change']");
        await Send(window, ("exemption", "technical"), ("ground", "Chỉ sửa kỹ thuật"));
        await Approve(approver, agreement);
        await PutIntoEffect(window, agreement, "Điều 3");

        await Propose(window, agreement, "suspension", ("change.until", "2027-06-30"));
        await Click(window, "#changes a[href*='/open-change-consultation']");
        await Send(window, ("agencies", "Bộ Ngoại giao"), ("dossier", "Tờ trình 40/TTr-SNgV"));
        await Click(window, "#changes a[href*='/record-change-opinion']");
        await Send(window, ("opinion", "agree"));
        await Approve(approver, agreement);
        await PutIntoEffect(window, agreement, "2027");
        await Assertions.Expect(window.Page.Locator(".way .now")).ToContainTextAsync("đình chỉ", new() { IgnoreCase = true });
        await Click(window, "a[href$='/resume']");
        await Send(window, ("decisionNumber", "55/QĐ-UBND"), ("authority", "Chủ tịch UBND tỉnh"));
        await Assertions.Expect(window.Page.Locator(".way .now")).ToContainTextAsync("hiệu lực", new() { IgnoreCase = true });

        await Propose(window, agreement, "extension", ("change.term.until", "2031-02-13"));
        await Click(window, "#changes a[href*='/drop-change'] >> nth=-1");
        await Send(window, ("ground", "Hai bên ký văn bản mới"));
        await Propose(window, agreement, "supersession", ("change.successor", "agr-2024-000002"));
        await Assertions.Expect(window.Page.Locator("#changes")).ToContainTextAsync("Vì năm mới: supersession");

        await window.Go($"{agreement}/expire");
        await Send(window, ("expiredOn", "2026-01-31"), ("reason", "Hết thời hạn theo văn bản"), ("source.title", "Công hàm của Phongsaly"));
        await Assertions.Expect(window.Page.Locator(".way .now")).ToContainTextAsync("Hết hiệu lực");
        await window.LooksRight("agreement-ended");
    }

    [Fact]
    public async Task What_sources_say_is_noted_and_decided_and_a_question_is_asked_and_answered()
    {
        await using var window = await desk.Open(Screen.Desk with { Language = "en" });
        const string Agreement = "/agreements/agr-2024-000002";
        await window.Go($"{Agreement}/assert-claim");
        await Send(window, ("claim.fact", "approvedOn"), ("claim.value", "early 2024"), ("claim.date", "2024-01-05"), ("source.title", "Báo Sơn La"));
        await Says(window, "Báo Sơn La");
        await Click(window, "#claims a[href*='/resolve-claim'][href*='approvedOn']");
        await Send(window, ("ground", "The decision itself was seen"));
        await Says(window, "The decision itself was seen");

        await window.Go($"{Agreement}/request-feedback");
        await Send(window, ("question.askedOf", "Embassy in Seoul"), ("question.text", "Will the second group come?"), ("question.dueBy", "2027-01-15"));
        await Click(window, "#requests a[href*='/answer-feedback'] >> nth=-1");
        await Send(window, ("answer.text", "In March"), ("answer.document", "44/ĐSQ"));
        await Assertions.Expect(window.Page.Locator("#requests")).ToContainTextAsync("In March");
    }

    [Fact]
    public async Task A_city_reports_to_its_network_and_is_measured_and_an_activity_is_planned_held_and_reported()
    {
        await using var window = await desk.Open(Screen.Desk with { Language = "en" });
        await window.Go("/cities/vn-ha-noi");
        await Click(window, "a[href$='/memberships/gnlc/submit-report']");
        await Send(window, ("reference", "7/BC-UBND"));
        await Says(window, "7/BC-UBND");
        await Click(window, "a[href$='/record-indicator']");
        await Send(window, ("name", "Libraries"), ("qualifier", "nearly"), ("value", "12.5"), ("unit", "per district"));
        await Send(window, ("asOf", "2025"), ("source.title", "Hà Nội Mới"));
        await Assertions.Expect(window.Page.Locator("[aria-labelledby=indicators]")).ToContainTextAsync("nearly 12.5 per district");

        await window.Go("/activities/new");
        await Send(
            window, ("kind", "training"), ("title", "Tập huấn thành phố học tập"), ("organiser", "Sở Giáo dục và Đào tạo"), ("office", "Sở Ngoại vụ Sơn La"));
        await Send(window, ("days.from", "2026-03"), ("place.name", "Sơn La"));
        await Says(window, "Tập huấn thành phố học tập");
        await window.LooksRight("activity-planned");
        await Click(window, "a[href*='/hold']");
        await Send(window, ("days.from", "2026-03-04"), ("days.to", "2026-03-05"));
        await Send(window, ("reach[0].value", "120"), ("reach[0].qualifier", "more-than"), ("reach[0].what", "giáo viên"));
        await Click(window, "a[href$='/record-result']");
        await Send(window, ("summary", "Mười trường cam kết"), ("reference", "9/BC"));
        await Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync("more than 120");
        await Assertions.Expect(window.Page.Locator("#results + ul")).ToContainTextAsync("Mười trường cam kết");
    }

    private static async Task Propose(Window window, string agreement, string kind, params (string, string)[] fields)
    {
        await window.Go($"{agreement}/propose-change?change.kind={kind}");
        await Send(window, [("change.ground", $"Vì năm mới: {kind}"), .. fields]);
        await Says(window, $"Vì năm mới: {kind}");
    }

    private static async Task Approve(Window approver, string agreement)
    {
        await approver.Go(agreement);
        await Click(approver, "#changes a[href*='/approve-change']");
        await Send(approver, ("decisionNumber", "88/QĐ-UBND"), ("authority", "Chủ tịch UBND tỉnh"));
        await Says(approver, "88/QĐ-UBND");
    }

    private static async Task PutIntoEffect(Window window, string agreement, string words)
    {
        await window.Go(agreement);
        await Click(window, "#changes a[href*='/put-change-into-effect']");
        await Send(window);
        await Says(window, words);
    }

    private static Task Says(Window window, string words) => Assertions.Expect(window.Page.Locator(".recorded")).ToContainTextAsync(words);

    /// <summary>Opens a link as keys do.</summary>
    private static Task Click(Window window, string link) => window.Page.Locator(link).First.PressAsync("Enter");

    /// <summary>Fills in the fields of a step, and sends it.</summary>
    private static async Task Send(Window window, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = window.Page.Locator($"form.record :not([type=hidden])[name='{name}']");
            if (await field.EvaluateAsync<bool>("field => field.matches('select')")) await field.SelectOptionAsync(value);
            else
            {
                await field.PressAsync("Control+A");
                await window.Page.Keyboard.InsertTextAsync(value);
            }
        }

        await window.Page.RunAndWaitForResponseAsync(
            () => window.Page.Locator("form.record .actions button").First.PressAsync("Enter"), answer => answer.Request.Method == "POST");
    }
}
