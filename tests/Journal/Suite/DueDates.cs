using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Networks;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Rows.Due;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

/// <summary>What the rows answer about deadlines and flags is what the states say, agreement by agreement.</summary>
public abstract class DueDates : StoreSuite
{
    private const int Many = 40;

    private static readonly DateOnly[] Days = [new(2026, 3, 2), new(2026, 6, 1), new(2026, 8, 31), new(2027, 2, 28), new(2030, 1, 1)];
    private static readonly Almanac Almanac = Read();

    private KnownTerms Terms => new(new KnownOffices(Rows, Journal, TimeProvider.System), Almanac);

    private NetworkReports Reports => new(Rows, new KnownPortfolio(Rows, Journal), NetworkDirectory.Parse(new StringReader("id,en,vi,criteria,reportCycleMonths\ngnlc,Learning Cities,Thành phố học tập,42,24\nuccn,Creative Cities,Thành phố sáng tạo,0,48\n")));

    private Deadlines Deadlines => new(Rows, Terms, Reports);

    [Fact]
    public async Task A_member_owes_its_network_a_report_a_cycle_after_the_last_or_on_the_day_the_network_named()
    {
        var (vinh, sonLa) = (new StreamId(StreamKind.City, "vn-vinh"), new StreamId(StreamKind.City, "vn-son-la"));
        await AppendCity(vinh.Id, City("Vinh"), new MembershipRecognised("gnlc", On("2024-02-29")));
        await AppendCity(sonLa.Id, City("Sơn La"), new MembershipRecognised("gnlc", On("2024-02-29")), new ReportSubmitted("gnlc", On("2026-01-10"), null), new MembershipRecognised("uccn", On("2025")));
        await AppendCity("vn-hue", City("Huế"), new ApplicationStarted("gnlc"));

        for (var round = 0; round < 2; round++)
        {
            var filter = new DueFilter { Today = Days[0] };
            Assert.Equal(
                ["2026-02-28 network-report vn-vinh gnlc/vn-vinh 2 0", "2028-01-10 network-report vn-son-la gnlc/vn-son-la 3 0", "2029-12-31 network-report vn-son-la uccn/vn-son-la 4 0"],
                (await Walk(filter, 1)).Select(Text));
            Assert.Equal(3, await Deadlines.Count(filter));
            Assert.Equal(2, (await Walk(filter with { Record = sonLa }, 5)).Count);
            Assert.Equal("vn-vinh", Assert.Single(await Walk(filter with { DueBefore = Days[0], Office = "so-ngoai-vu" }, 5)).Listed.Stream.Id);
            Assert.Empty(await Walk(filter with { Office = "so-khac" }, 5));
            Assert.Equal(1, Assert.Single(await new OwedByOffice(Rows, Terms, Reports).On(Days[0])).Overdue);
            await Store.Rebuild();
        }

        await AppendCity(sonLa.Id, new ReportAccepted("gnlc", On("2026-02-01"), On("2027-06-30")));
        Assert.Contains("2027-06-30 network-report vn-son-la gnlc/vn-son-la 5 0", (await Walk(new DueFilter { Today = Days[0], Codes = ["network-report"] }, 5)).Select(Text));
        Assert.True((await Store.Verify()).IsIntact);

        static DateOfRecord On(string date) => DateOfRecord.Parse(date);
    }

    [Fact]
    public async Task A_report_of_a_membership_no_office_recorded_is_owed_by_the_office_that_follows_up_most_of_the_citys_agreements()
    {
        await AppendCity("vn-son-la", City("Sơn La"), new MembershipRecognised("gnlc", DateOfRecord.Parse("2024-02-29"))); // by a key of no registered office
        await AppendOffice("so-phu-tho", Office("Sở Ngoại vụ Phú Thọ"));
        await AppendOffice("so-son-la", Office("Sở Ngoại vụ Sơn La"));
        foreach (var (id, office) in new[] { ("a", "Sở Ngoại vụ Phú Thọ"), ("b", "so-son-la"), ("c", "Sở Ngoại vụ Sơn La"), ("d", "Sở khác"), ("e", "Sở khác"), ("f", "Sở khác") }) await Append(id, Legacy(office: office));
        await Append("g", Legacy(office: "Sở Ngoại vụ Phú Thọ", parties: [LuangPrabang, Fukuoka]));

        var filter = new DueFilter { Today = Days[0], Codes = ["network-report"] };
        Assert.Equal("Sở Ngoại vụ Sơn La", Assert.Single(await Walk(filter with { Office = "so-son-la" }, 5)).Listed.Clock.Office);
        Assert.Empty(await Walk(filter with { Office = "so-phu-tho" }, 5));
        await AppendCity("la-luang-prabang", City("Luang Prabang", Laos), new MembershipRecognised("gnlc", DateOfRecord.Parse("2024-02-29")));
        Assert.Equal(["Sở Ngoại vụ Phú Thọ", "Sở Ngoại vụ Sơn La"], (await Walk(filter, 5)).Select(due => due.Listed.Clock.Office).Order(StringComparer.Ordinal));
        await AppendOffice("so-son-la", new OfficeClosed(DateOfRecord.Parse("2026-02-01"), "Sáp nhập", "so-phu-tho"));
        Assert.Equal(2, (await Walk(filter with { Office = "so-phu-tho" }, 5)).Count);
    }

    [Fact]
    public async Task Pages_walk_every_deadline_once_in_the_order_they_are_due()
    {
        await Fill();
        foreach (var ended in new[] { false, true })
        {
            var filter = new DueFilter { Today = Days[0], Ended = ended };
            var expected = await Expected(deadline => (ended || deadline.Clock.Runs) && !deadline.Rule.Watch);
            foreach (var limit in new[] { 1, 7, 500 })
            {
                var walked = await Walk(filter, limit);
                Assert.Equal(walked.Select(due => due.Due), walked.Select(due => due.Due).Order());
                Assert.Equal(expected, walked.Select(Text).Order(StringComparer.Ordinal));
            }

            Assert.Equal(expected.Count, await Deadlines.Count(filter));
        }
    }

    [Fact]
    public async Task Filters_narrow_them()
    {
        await Fill();
        var (from, before) = (new DateOnly(2026, 4, 1), new DateOnly(2026, 12, 1));
        var due = await Walk(new DueFilter { Today = Days[0], DueFrom = from, DueBefore = before }, 9);
        Assert.Equal(await Expected(deadline => deadline.Clock.Runs && !deadline.Rule.Watch && deadline.Due >= from && deadline.Due < before), due.Select(Text).Order(StringComparer.Ordinal));
        Assert.NotEmpty(due);

        var silent = await Walk(new DueFilter { Today = Days[0], Codes = [ClockCodes.Silent, ClockCodes.Milestone] }, 9);
        Assert.Equal(await Expected(deadline => deadline.Clock.Runs && deadline.Clock.Code is ClockCodes.Silent or ClockCodes.Milestone && deadline.Clock.Runs), silent.Select(Text).Order(StringComparer.Ordinal));

        var one = new StreamId(StreamKind.Agreement, "agr-3");
        Assert.All(await Walk(new DueFilter { Today = Days[0], Record = one, Ended = true }, 2), deadline => Assert.Equal(one, deadline.Listed.Stream));
        Assert.NotEmpty(await Walk(new DueFilter { Today = Days[0], Record = one, Ended = true }, 2));
        Assert.Empty(await Walk(new DueFilter { Today = Days[0], Record = new StreamId(StreamKind.Agreement, "agr-none") }, 2));
    }

    [Theory]
    [InlineData("so-1")]
    [InlineData("Sở Một")]
    public async Task An_office_is_asked_by_any_of_its_names(string name)
    {
        await Fill();
        var due = await Walk(new DueFilter { Today = Days[0], Office = name }, 5);
        Assert.NotEmpty(due);
        Assert.Equal(await Expected(deadline => deadline.Clock.Runs && !deadline.Rule.Watch, office => office is "so-1" or "Sở Một"), due.Where(IsStored).Select(Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_flag_lists_the_agreements_that_bear_it_and_no_others_on_any_day()
    {
        await Fill();
        var seen = new HashSet<FlagKind>();
        foreach (var day in Days)
        {
            var book = await Terms.Read(TestContext.Current.CancellationToken);
            foreach (var flag in Enum.GetValues<FlagKind>())
            {
                var expected = new List<string>();
                foreach (var agreement in await All())
                {
                    if (Standing.Of(agreement, day, book.Of(agreement.Office), Almanac.Rules).Flags.Any(raised => raised.Kind == flag)) expected.Add(agreement.Id);
                }

                if (expected.Count > 0) seen.Add(flag);
                var filter = new RowFilter([], Search: null, After: null, 500) { Clocks = [[.. DueRanges.Raising(flag, day, book)]] };
                Assert.Equal(expected, (await Rows.List(StreamKind.Agreement, filter)).Select(row => row.Id));
                Assert.Equal(expected.Count, await Rows.Count(StreamKind.Agreement, filter));
            }
        }

        Assert.Equal(Enum.GetValues<FlagKind>(), seen.Order());
    }

    [Fact]
    public async Task What_each_office_owes_is_what_is_late_of_its_agreements()
    {
        await Fill();
        await AppendOffice("ubnd-tinh-son-la", Office("UBND tỉnh Sơn La", OfficeLevel.Province));
        foreach (var day in Days)
        {
            var book = await Terms.Read();
            var owed = (await new OwedByOffice(Rows, Terms, Reports).On(day)).ToDictionary(one => one.Office, StringComparer.Ordinal);
            var late = (await Walk(new DueFilter { Today = day, DueBefore = day }, 500))
                .GroupBy(due => book.Offices.Find(due.Listed.Clock.Office)?.Name.Vi ?? due.Listed.Clock.Office, StringComparer.Ordinal).ToList();
            foreach (var office in late)
            {
                var one = owed[office.Key];
                Assert.Equal(office.Count(due => due.Rule.Code == ClockCodes.Plan), one.NoPlan);
                Assert.Equal(office.Count(), one.NoPlan + one.Overdue);
                Assert.Equal(office.Min(due => due.Due), one.Oldest!.Due);
            }

            Assert.Equal(late.Count, owed.Values.Count(one => one.Oldest is not null));
            var silent = new RowFilter([], Search: null, After: null, 1) { Clocks = [[.. DueRanges.Raising(FlagKind.Silent, day, book)]] };
            Assert.Equal(await Rows.Count(StreamKind.Agreement, silent), owed.Values.Sum(one => one.Silent));
        }
    }

    [Fact]
    public async Task Flags_narrow_a_list_together_with_its_other_filters()
    {
        await Fill();
        var book = await Terms.Read();
        var filter = new RowFilter([new Facet(FacetNames.State, "InEffect")], "hop tac", After: null, 3) { Clocks = [[.. DueRanges.Raising(FlagKind.NoPlan, Days[3], book)], [.. DueRanges.OwedBefore(Days[3], book)]] };
        var page = await Rows.List(StreamKind.Agreement, filter);
        Assert.Equal(3, page.Count);
        var rest = await Rows.List(StreamKind.Agreement, filter with { After = page[^1].Id, Limit = 500 });
        Assert.Equal(await Rows.Count(StreamKind.Agreement, filter), page.Count + rest.Count);
        Assert.Empty(page.Select(row => row.Id).Intersect(rest.Select(row => row.Id)));
        Assert.Empty(await Rows.List(StreamKind.Agreement, filter with { Clocks = [[]] }));
    }

    [Fact]
    public async Task A_policy_acts_at_once_and_rewrites_no_row()
    {
        await Append("agr-1", Legacy(office: "Sở Ba"));
        await AppendOffice("so-3", Office("Sở Ba", parent: "tinh"));
        Assert.Equal(new DateOnly(2015, 3, 31), (await Plan()).Due);

        var before = await Rows.Find(Agreement("agr-1"));
        await AppendOffice("so-3", new OfficePolicySet(OfficePolicy.Usual with { PlanWithinDays = 3650 }, new DateOnly(2010, 1, 1)));
        Assert.Equal(new DateOnly(2024, 12, 30), (await Plan()).Due); // 28 December 2024 is a Saturday
        Assert.Equal(before!.Body, (await Rows.Find(Agreement("agr-1")))!.Body);

        async Task<DueClock> Plan() => (await Walk(new DueFilter { Today = Days[0], Codes = [ClockCodes.Plan] }, 5)).Single();
    }

    [Fact]
    public async Task A_province_owes_its_report_and_its_plan_every_year_since_it_was_registered()
    {
        await AppendOffice("ubnd-tinh-son-la", Office("UBND tỉnh Sơn La", OfficeLevel.Province));
        await AppendOffice("so-y-te", Office("Sở Y tế", parent: "ubnd-tinh-son-la"));
        var due = await Walk(new DueFilter { Today = new DateOnly(2027, 5, 1) }, 1);
        Assert.Equal(["2026-11-15 annual-plan", "2026-11-15 annual-report", "2027-11-15 annual-plan", "2027-11-15 annual-report"], due.Select(one => $"{PeriodRow.Day(one.Due)} {one.Rule.Code}"));
        Assert.Equal(4, await Deadlines.Count(new DueFilter { Today = new DateOnly(2027, 5, 1) }));
    }

    [Fact]
    public async Task What_a_province_sent_is_owed_no_more()
    {
        var province = new StreamId(StreamKind.Office, "ubnd-tinh-son-la");
        await AppendOffice(province.Id, Office("UBND tỉnh Sơn La", OfficeLevel.Province));
        await AppendOffice(province.Id, new AnnualReportSent(2026, DateOfRecord.Month(2026, 2), null), new AnnualPlanSent(2027, DateOfRecord.Month(2026, 2), null));
        Assert.Empty(await Walk(new DueFilter { Today = new DateOnly(2026, 5, 1) }, 5));
        var ended = await Walk(new DueFilter { Today = new DateOnly(2026, 5, 1), Ended = true }, 5);
        Assert.Equal([("annual-plan", "2027", 3L), ("annual-report", "2026", 2L)], ended.Select(due => (due.Rule.Code, due.Listed.Clock.About, due.Listed.Clock.EndedBy)));
    }

    [Fact]
    public async Task Conferences_and_requests_about_cities_are_due_like_the_rest()
    {
        var conference = new StreamId(StreamKind.Activity, "act-1");
        var planned = new ActivityPlanned(ActivityKind.Conference, "Hội nghị", "Sở Ngoại vụ", "so-1", new Days(DateOfRecord.Day(new DateOnly(2026, 5, 20))), null, International: true);
        await (await StreamRecord<Activity, ActivityEvent>.Load(Journal, RecordTypes.Activity, conference.Id)).Append([planned], Ask());
        var question = new Question("Đại sứ quán tại Seoul", "Ai tiếp đoàn?", DateOfRecord.Day(new DateOnly(2026, 2, 20))) { AskedBy = "so-1", DueBy = DateOfRecord.Day(new DateOnly(2026, 3, 9)) };
        await AppendCity("vn-vinh", new CityRegistered("Vinh", new Country("VN", "Việt Nam"), null), new CityFeedbackRequested("r1", question), new CityFeedbackRequested("r2", question));
        await AppendCity("vn-vinh", new CityFeedbackAnswered("r1", new Answer("Đại sứ", DateOfRecord.Day(new DateOnly(2026, 3, 1)))));

        for (var round = 0; round < 2; round++)
        {
            var due = await Walk(new DueFilter { Today = Days[0], Office = "so-1" }, 1);
            Assert.Equal(["2026-03-09 request vn-vinh r2 3 0", "2026-04-20 conference-application act-1  1 0"], due.Select(Text));
            Assert.Equal(["Vinh", "Hội nghị"], due.Select(one => one.Listed.Title));
            Assert.Equal(4L, Assert.Single(await Walk(new DueFilter { Today = Days[0], Record = new StreamId(StreamKind.City, "vn-vinh"), Ended = true }, 5), one => one.Listed.Clock.Subject == "r1").Listed.Clock.EndedBy);
            Assert.Single(await Walk(new DueFilter { Today = Days[0], Record = conference }, 5));
            await Store.Rebuild();
        }

        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Names_as_long_as_a_record_takes_them_are_kept()
    {
        var office = string.Concat(Enumerable.Repeat("𠀀", 250));
        var proposed = new AgreementProposed(AgreementKind.Mou, new AgreementTitle("Bản ghi nhớ"), [SonLa, LuangPrabang], [], office, "UBND tỉnh");
        string[] agencies = [office + "một", office + "hai"];
        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", proposed, new ConsultationOpened(["Tờ trình"], agencies, ConsultationProcedure.Normal, null))).Status);

        var due = await Walk(new DueFilter { Today = Days[0], Office = office }, 1);
        Assert.Equal(agencies.Order(StringComparer.Ordinal), due.Select(one => one.Listed.Clock.Owes).Order(StringComparer.Ordinal));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task Clocks_rebuilt_are_the_live_ones()
    {
        await Fill();
        var live = (await Walk(new DueFilter { Today = Days[0], Ended = true }, 500)).Select(due => due.Listed).ToList();
        await Store.Rebuild();
        Assert.Equal(live, (await Walk(new DueFilter { Today = Days[0], Ended = true }, 500)).Select(due => due.Listed));
        Assert.True((await Store.Verify()).IsIntact);
    }

    private async Task Fill()
    {
        await AppendOffice("so-1", Office("Sở Một", parent: "tinh"));
        await AppendOffice("so-2", Office("Sở Hai", parent: "tinh"));
        await AppendOffice("so-1", new OfficePolicySet(new OfficePolicy(400, 30, 700, 45), new DateOnly(2026, 3, 10)));
        await AppendOffice("so-2", new CalendarReplaced(new CalendarYear(2026, [new DayOff(new DateOnly(2026, 3, 17), new Sentence("Nghỉ", "Off"))], [], Announced: true, "Thông báo"), new DateOnly(2026, 3, 3)));
        string[] offices = ["so-1", "Sở Một", "Sở Hai", "Sở Khác"];
        for (var i = 0; i < Many; i++)
        {
            var office = offices[i % offices.Length];
            await Append($"agr-{i}", i % 3 == 0 ? [Legacy($"Hợp tác {i}", office: office)] : Story(i, office));
        }
    }

    private static AgreementEvent[] Story(int i, string office)
    {
        var signed = DateOfRecord.Day(new DateOnly(2026, 2, 1).AddDays(i % 17));
        AgreementEvent[] all =
        [
            new AgreementProposed(AgreementKind.Mou, new AgreementTitle($"Hợp tác {i}"), [SonLa, LuangPrabang], [], office, "UBND tỉnh"),
            new ConsultationOpened(["Tờ trình"], ["Bộ Ngoại giao", "Bộ Công an"], i % 2 == 0 ? ConsultationProcedure.Normal : ConsultationProcedure.Reduced, null),
            new OpinionReceived("Bộ Công an", Opinion.Agree, DateOfRecord.Month(2026, 1), null),
            new SigningApproved("12", DateOfRecord.Month(2026, 1), "Chủ tịch", "Phó Chủ tịch", "Gấp", null),
            new AgreementSigned(signed, new Place("Sơn La"), ["vi"], [new Signatory("A", "B", "Sơn La")], new DocumentHash(new string('a', 64))),
            new EnteredIntoEffect(signed, new Term(i % 5 == 0 ? DateOfRecord.Year(2026) : DateOfRecord.Unknown)),
            new ImplementationPlanAdopted([new Commitment("c1", "Trao đổi", "Sở Giáo dục", DateOfRecord.Year(2027), [new Milestone("c1-m1", "Đoàn", DateOfRecord.Month(2026, 5)), new Milestone("c1-m2", "Đoàn", DateOfRecord.Month(2026, 9))])], null),
            new ProgressReported(i % 4 == 0 ? 80 : 0, "…"),
            new MilestoneMet("c1-m1", DateOfRecord.Day(new DateOnly(2026, 2, 27))),
        ];
        return all[..(1 + (i % all.Length))];
    }

    private async Task<List<DueClock>> Walk(DueFilter filter, int limit)
    {
        var walked = new List<DueClock>();
        for (var page = await Deadlines.Page(filter, after: null, limit); page.Count > 0; page = await Deadlines.Page(filter, walked[^1].Place, limit)) walked.AddRange(page);
        return walked;
    }

    private async Task<IReadOnlyList<string>> Expected(Func<Deadline, bool> asked, Func<string, bool>? office = null)
    {
        var book = await Terms.Read();
        return
        [
            .. (await All()).Where(agreement => office?.Invoke(agreement.Office) is not false)
                .SelectMany(agreement => Almanac.Rules.Deadlines(AgreementClocks.Of(agreement), book.Of(agreement.Office)).Where(asked)
                    .Select(deadline => $"{PeriodRow.Day(deadline.Due)} {deadline.Rule.Code} {agreement.Id} {deadline.Clock.Subject} {deadline.Clock.StartedBy} {deadline.Clock.EndedBy ?? 0}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Text(DueClock due) =>
        $"{PeriodRow.Day(due.Due)} {due.Rule.Code} {due.Listed.Stream.Id} {due.Listed.Clock.Subject} {due.Listed.Clock.StartedBy} {due.Listed.Clock.EndedBy}";

    private static bool IsStored(DueClock due) => due.Listed.Stream.Kind is StreamKind.Agreement;

    private async Task<List<Agreement>> All()
    {
        var all = new List<Agreement>();
        for (var i = 0; i < Many; i++)
        {
            all.Add((await StreamRecord<Agreement, AgreementEvent>.Load(Journal, RecordTypes.Agreement, $"agr-{i}")).State);
        }

        return all;
    }

    private static Almanac Read()
    {
        using var rules = File.OpenRead(Path.Combine(RepositoryRoot.Path, "silo", "data", "clock-rules.json"));
        using var calendar = File.OpenRead(Path.Combine(RepositoryRoot.Path, "silo", "data", "working-calendar.json"));
        return Almanac.Parse(rules, calendar);
    }
}
