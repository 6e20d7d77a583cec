using System.Globalization;
using System.Text.Json;
using CityGrains.Api.Imports.Cities;
using CityGrains.Api.Imports.Desk;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Tests.Imports;

/// <summary>Pairs of cities, as the list of twin cities has them.</summary>
public sealed class TwinCitiesTests : IAsyncLifetime
{
    private const string Header = "city1,country1,lat1,lng1,city2,country2,lat2,lng2\n";

    private ImportHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ImportHost.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_row_becomes_two_cities_with_coordinates_and_a_sister_city_agreement_that_names_its_source()
    {
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await Import("Vinh,Vietnam,18.67,105.69,Pakse,Laos,15.12,105.78")).Summary);

        var agreement = await Agreement("sister-la-pakse--vn-vinh");
        Assert.Equal(("Kết nghĩa Vinh – Pakse", "Vinh – Pakse sister cities"), (agreement.Title.Vi, agreement.Title.Foreign));
        Assert.Equal((AgreementKind.SisterCity, LegalState.InEffect, ImportHost.Office), (agreement.Kind, agreement.State, agreement.Office));
        Assert.Equal(DateOfRecord.Unknown, agreement.Signing!.SignedOn);
        Assert.Equal(["vn-vinh", "la-pakse"], agreement.Parties.Select(party => party.City));
        Assert.Equal((18.67, 105.69), (await City("vn-vinh")).Location is { } place ? (place.Latitude, place.Longitude) : default);

        await foreach (var recorded in _host.Journal.ReadStream(new StreamId(StreamKind.Agreement, "sister-la-pakse--vn-vinh")))
        {
            var meta = JsonSerializer.Deserialize(recorded.Meta, JournalJson.Default.EventMeta)!;
            Assert.Equal("legacy-agreement-registered/1", recorded.Type);
            Assert.Contains("github.com/Hekman/twincities", meta.Source!.Title, StringComparison.Ordinal);
            Assert.Equal(("line 2", "unknown", "Nguyễn Văn A"), (meta.Source.Reference, recorded.OccurredOn, meta.Actor));
        }
    }

    [Fact]
    public async Task A_city_that_was_renamed_is_not_registered_anew_under_the_name_an_old_file_has()
    {
        await Import("Vinh,Vietnam,1,2,Pakse,Laos,3,4");
        await _host.Grains.GetGrain<ICityGrain>("vn-vinh").Execute(new RenameCity("Thành Vinh"), new CommandContext(
            Guid.CreateVersion7(), "00", "lan", "so", DateTimeOffset.UnixEpoch.AddYears(56)));

        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 1", (await Import("Vinh,Vietnam,1,2,Pakse,Laos,3,4")).Summary);
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await Import("Vinh,Vietnam,1,2,Huế,Vietnam,3,4")).Summary);
        Assert.Equal(["vn-vinh", "vn-hue"], (await Agreement("sister-vn-hue--vn-vinh")).Parties.Select(party => party.City));
        Assert.Equal("Thành Vinh", (await City("vn-vinh")).Name);
        Assert.Null(await _host.Rows.Find(new StreamId(StreamKind.City, "vn-vinh-2")));
    }

    [Fact]
    public async Task A_name_belongs_to_the_city_that_bears_it_before_one_that_bore_it()
    {
        await Import("Vinh,Vietnam,1,2,Pakse,Laos,3,4");
        await _host.Grains.GetGrain<ICityGrain>("vn-vinh").Execute(new RenameCity("Thành Vinh"), new CommandContext(
            Guid.CreateVersion7(), "00", "lan", "so", DateTimeOffset.UnixEpoch.AddYears(56)));
        await _host.Grains.GetGrain<ICityGrain>("vn-zz").Execute(new RegisterCity("Vinh", new Country("VN", "Vietnam")), new CommandContext(
            Guid.CreateVersion7(), "01", "lan", "so", DateTimeOffset.UnixEpoch.AddYears(56)));

        await Import("Vinh,Vietnam,1,2,Huế,Vietnam,3,4");
        Assert.Equal(["vn-zz", "vn-hue"], (await Agreement("sister-vn-hue--vn-zz")).Parties.Select(party => party.City));
    }

    [Fact]
    public async Task The_same_two_cities_are_one_agreement_whichever_stands_first()
    {
        var answer = await Import("Vinh,Vietnam,1,2,Pakse,Laos,3,4", "Huế,Vietnam,1,2,Pakse,Laos,3,4", "Pakse,Lào,3,4,Vinh,Việt Nam,1,2");
        Assert.Equal("accepted 2 duplicate 1 refused 0 unchanged 0", answer.Summary);
        var duplicate = answer.Rows("duplicate").Single();
        Assert.Equal((4, 2), (duplicate.GetProperty("line").GetInt32(), duplicate.GetProperty("duplicateOf").GetInt32()));
    }

    [Fact]
    public async Task An_agreement_recorded_in_the_other_order_stays_as_it_is()
    {
        await Import("Vinh,Vietnam,1,2,Pakse,Laos,3,4");
        var again = await Import("Pakse,Lào,3,4,Vinh,Việt Nam,1,2");
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 1", again.Summary);
        Assert.Equal("import/recorded-otherwise", again.Rows("remark").Single().GetProperty("code").GetString());
    }

    [Fact]
    public async Task Names_that_differ_in_diacritics_are_two_cities_told_to_a_person_and_found_again()
    {
        string[] rows = ["Vinh,Vietnam,1,2,Münster,Germany,3,4", "Huế,Vietnam,1,2,Munster,Germany,3,4"];
        var first = await Import(rows);
        Assert.Equal(4, first.Cities);
        Assert.Equal("Munster", first.Rows("remark").Single().GetProperty("value").GetString());
        Assert.Equal(("Münster", "Munster"), ((await City("de-munster")).Name, (await City("de-munster-2")).Name));

        var reversed = await Import([.. rows.Reverse()]);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 2", reversed.Summary);
        Assert.Equal(["import/possible-duplicate"], reversed.Rows("remark").Select(row => row.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Composed_and_decomposed_names_are_one_city()
    {
        var decomposed = "Đà Nẵng".Normalize(System.Text.NormalizationForm.FormD);
        var answer = await Import("Đà Nẵng,Vietnam,1,2,Pakse,Laos,3,4", decomposed + ",Vietnam,1,2,Pakse,Laos,3,4");
        Assert.Equal("accepted 1 duplicate 1 refused 0 unchanged 0", answer.Summary);
    }

    [Fact]
    public async Task A_name_without_a_latin_letter_gets_an_id_too()
    {
        await Import("京都,Japan,1,2,Huế,Vietnam,3,4", "大阪,Japan,1,2,Huế,Vietnam,3,4");
        Assert.Equal(("京都", "大阪"), ((await City("jp-city")).Name, (await City("jp-city-2")).Name));
    }

    [Fact]
    public async Task An_id_that_another_city_took_since_the_cities_were_read_is_left_to_it()
    {
        var cities = await CityBook.Load(_host.Rows, TestContext.Current.CancellationToken);
        await Import("Munster,Germany,1,2,Huế,Vietnam,3,4");

        var munster = cities.Name("Münster", new Country("DE", "Germany"));
        Assert.Equal("de-munster", munster.Id);
        var verdict = await new CityEntry(cities, new GrainDesk(_host.Grains)).Enter(munster, null, Context());
        Assert.Equal((CommandStatus.Accepted, "de-munster-2"), (verdict.Status, munster.Id));
        Assert.Equal(("Munster", "Münster"), ((await City("de-munster")).Name, (await City("de-munster-2")).Name));
    }

    [Theory]
    [InlineData("Vinh,Vietnam,91,2,Pakse,Laos,3,4", "lat1", "91", "import/bad-cell")]
    [InlineData("Vinh,Vietnam,1,2,Pakse,Laos,3,180.5", "lng2", "180.5", "import/bad-cell")]
    [InlineData("Vinh,Vietnam,một,2,Pakse,Laos,3,4", "lat1", "một", "import/bad-cell")]
    [InlineData("Vinh,Vietnam,1,,Pakse,Laos,3,4", "lng1", "", "import/empty")]
    [InlineData("Vinh,Vietnam,1,2,Pakse,,3,4", "country2", "", "import/empty")]
    [InlineData(" ,Vietnam,1,2,Pakse,Laos,3,4", "city1", "", "import/empty")]
    [InlineData("Vinh,Vietnam,1,2,Vinh,VN,3,4", "city2", "Vinh", "import/party-with-itself")]
    [InlineData("Vinh,Vietnam,1,2,Pakse,Laos,3", "lng2", "", "import/empty")]
    public async Task A_wrong_cell_is_told_by_line_column_value_and_reason_and_its_cities_stay_out(string row, string column, string value, string code)
    {
        var answer = await Import(row);
        Assert.Equal("accepted 0 duplicate 0 refused 1 unchanged 0", answer.Summary);
        var refused = answer.Rows("refused").Single();
        Assert.Equal(
            (2, column, value, code, row),
            (refused.GetProperty("line").GetInt32(), refused.GetProperty("column").GetString(), refused.GetProperty("value").GetString(),
                refused.GetProperty("code").GetString(), refused.GetProperty("record").GetString()));
        Assert.Equal(0, (await _host.Rows.Summary()).Cities);
    }

    [Fact]
    public async Task A_value_outside_every_column_is_refused_and_an_empty_cell_there_is_not()
    {
        var answer = await Import("Vinh,Vietnam,1,2,Pakse,Laos,3,4,", "Huế,Vietnam,1,2,Pakse,Laos,3,4,thừa");
        Assert.Equal("accepted 1 duplicate 0 refused 1 unchanged 0", answer.Summary);
        Assert.Equal("thừa", answer.Rows("refused").Single().GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_country_nobody_knows_is_kept_as_written_and_told_once()
    {
        var answer = await Import("Ramallah,West Bank,1,2,Huế,Vietnam,3,4", "Bethlehem,West Bank,1,2,Huế,Vietnam,3,4");
        Assert.Equal("accepted 2 duplicate 0 refused 0 unchanged 0", answer.Summary);
        Assert.Equal("West Bank", answer.Rows("remark").Single().GetProperty("value").GetString());
        Assert.Equal((null, "West Bank"), (await City("west-bank-ramallah")).Country is { } country ? (country.Code, country.Written) : default);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Other_separators_a_byte_order_mark_and_windows_line_ends_are_read(char separator)
    {
        const string Rows = "Vinh,Vietnam,18.5,2,Pakse,Laos,3,4\n\n,,,,,,,\n";
        var csv = "\uFEFF" + (Header + Rows).Replace(',', separator).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await _host.Import(csv, "twin-cities")).Summary);
    }

    [Fact]
    public async Task A_trial_says_the_same_and_writes_nothing()
    {
        await Import("Vinh,Vietnam,1,2,Pakse,Laos,3,4");
        string[] rows =
        [
            "Vinh,Vietnam,1,2,Pakse,Laos,3,4", "Huế,Vietnam,1,2,Pakse,Laos,3,4", "Huế,Vietnam,1,2,Huế,Vietnam,1,2", "Pakse,Laos,3,4,Vinh,Vietnam,1,2",
        ];
        var trial = await _host.Import(Header + string.Join('\n', rows), "twin-cities", "&dryRun=true");
        Assert.Equal("accepted 1 duplicate 1 refused 1 unchanged 1", trial.Summary);
        Assert.Equal(1, (await _host.Rows.Summary()).Agreements);
        Assert.Equal(trial.Summary, (await Import(rows)).Summary);
    }

    [Fact]
    public async Task What_was_refused_goes_in_once_it_is_mended()
    {
        var answer = await Import("Vinh,Vietnam,1,2,Pakse,Laos,3,4", "\"Sa Đéc\",,1,2,\"Pakse\",Laos,3,4");
        var mended = Header + answer.Rows("refused").Single().GetProperty("record").GetString()!.Replace(",,", ",Việt Nam,", StringComparison.Ordinal);
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await _host.Import(mended, "twin-cities")).Summary);
        Assert.Equal("Sa Đéc", (await City("vn-sa-dec")).Name);
    }

    [Fact]
    public async Task Who_leaves_half_way_stops_the_import_and_the_same_file_ends_it()
    {
        var csv = Header + string.Concat(Enumerable.Range(0, 8_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"A{i},VN,1,2,B{i},LA,3,4\n")));
        using (var leave = new CancellationTokenSource())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/imports?map=twin-cities", UriKind.Relative));
            request.Content = new StringContent(csv);
            using var response = await _host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leave.Token);
            await using var body = await response.Content.ReadAsStreamAsync(leave.Token);
            Assert.NotEqual(-1, body.ReadByte());
            await leave.CancelAsync();
        }

        var again = await _host.Import(csv, "twin-cities");
        var summary = again.Lines[^1].GetProperty("summary");
        Assert.Equal(8_000, summary.GetProperty("accepted").GetInt32() + summary.GetProperty("unchanged").GetInt32());
        Assert.Equal((8_000, 16_000), await _host.Rows.Summary() is var recorded ? (recorded.Agreements, recorded.Cities) : default);
    }

    private static CommandContext Context() => new(Guid.CreateVersion7(), "", "Nguyễn Văn A", ImportHost.Office, TimeProvider.System.GetUtcNow());

    private Task<ImportAnswer> Import(params string[] rows) => _host.Import(Header + string.Join('\n', rows), "twin-cities");

    private async Task<Agreement> Agreement(string id) =>
        JsonSerializer.Deserialize((await _host.Rows.Find(new StreamId(StreamKind.Agreement, id)))!.Body, JournalJson.Default.Agreement)!;

    private async Task<City> City(string id) =>
        JsonSerializer.Deserialize((await _host.Rows.Find(new StreamId(StreamKind.City, id)))!.Body, JournalJson.Default.City)!;
}
