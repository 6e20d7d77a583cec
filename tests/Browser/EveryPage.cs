namespace CityGrains.Browser.Tests;

/// <summary>Every page on every screen: at a desk, on a phone at night, on a wall.</summary>
public class EveryPage(Desk desk)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "work", "/work?view=overdue" },
        { "work-no-plan", "/work?view=no-plan" },
        { "agreement", "/agreements/agr-2024-000002" },
        { "form", "/agreements/agr-2024-000002/report-progress" },
        { "agreements", "/agreements" },
        { "agreements-none", "/agreements?q=khongcogi" },
        { "import", "/import" },
        { "new-agreement", "/agreements/new" },
        { "new-legacy", "/agreements/new/legacy" },
        { "activities", "/activities" },
        { "office", "/offices/so-ngoai-vu-son-la" },
        { "overdue", "/overview/overdue" },
        { "cities", "/cities?q=son+la" },
        { "city", "/cities/vn-son-la" },
        { "city-ended", "/cities/vn-cao-lanh" },
        { "overview", "/overview" },
        { "overview-planned", "/overview/planned?on=2026-01-31" },
        { "requests", "/requests?open=true" },
        { "audit", "/audit" },
        { "audit-city", "/audit/city/vn-son-la?on=2024-02-13" },
        { "audit-activity", "/audit/activity/act-2022-gap-go-thanh-hoa-han-quoc?on=2022-03-20" },
        { "audit-office", "/audit/office/so-ngoai-vu-son-la" },
        { "activity", "/activities/act-2022-dien-dan-cau-noi" },
        { "city-form", "/cities/vn-ha-noi/memberships/gnlc/submit-report" },
        { "audit-access", "/audit/access" },
        { "admin", "/admin" },
        { "admin-keys", "/admin/keys" },
        { "admin-office", "/admin/offices/so-ngoai-vu-son-la" },
        { "no-such-page", "/nothing-here" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Looks_right_on_every_screen(string name, string path)
    {
        foreach (var screen in Screen.All)
        {
            var window = await desk.At(screen);
            await window.Go(path, name == "no-such-page" ? 404 : 200);
            await window.LooksRight(name);
        }
    }
}
