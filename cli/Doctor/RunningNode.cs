using System.Globalization;
using System.Text.Json;
using CityGrains.Cli.Record;
using CityGrains.Domain.Record;
using CityGrains.Silo;

namespace CityGrains.Cli.Doctor;

/// <summary>Looks at a node that runs, by what it tells of itself.</summary>
internal static class RunningNode
{
    private const double MuchLag = 5000, SlowAppend = 250;

    private const int ManyUnsealed = 1000;

    /// <summary>Everything found.</summary>
    public static async Task<IReadOnlyList<Diagnosis>> Look(ServedStore server, CancellationToken cancel)
    {
        var about = await server.Send(HttpMethod.Get, "/api/v1/about", cancel);
        var seen = await server.Send(HttpMethod.Get, "/api/v1/telemetry", cancel);
        return [Version(about), .. seen.GetProperty("checks").EnumerateArray().Select(Check), Lag(seen), Appends(seen), .. Unsealed(seen)];
    }

    private static Diagnosis Version(JsonElement about)
    {
        var (version, runtime, store) = (
            about.GetProperty("version").GetString()!, about.GetProperty("runtime").GetString(), about.GetProperty("store").GetString());
        return version == About.Version ? Diagnosis.Well("version", $"{version}, {runtime}, {store}.", $"{version}, {runtime}, {store}.")
            : Diagnosis.Advice("version", $"Máy chủ là bản {version}, công cụ này là bản {About.Version}; dùng cùng một bản.",
                $"The server is {version} and this tool {About.Version}; use the same of both.");
    }

    private static Diagnosis Check(JsonElement check)
    {
        var (vi, en) = (check.GetProperty("vi").GetString()!, check.GetProperty("en").GetString()!);
        var gravity = check.GetProperty("status").GetString() switch { "well" => Gravity.Well, "ailing" => Gravity.Advice, _ => Gravity.Fault };
        return new Diagnosis(check.GetProperty("name").GetString()!, gravity, new Sentence(vi, en));
    }

    private static Diagnosis Lag(JsonElement seen) => Within(seen, "feedLag", "lag", MuchLag,
        "Nguồn sự kiện và webhook đến sau (p99)", "The feed and webhooks come late (p99)", "nơi nhận webhook chậm, hoặc máy quá tải",
        "a receiver is slow, or the machine has too much to do");

    private static Diagnosis Appends(JsonElement seen) => Within(seen, "append", "append", SlowAppend,
        "Ghi xuống đĩa (p99)", "Writing to disk takes (p99)", "đĩa hoặc cơ sở dữ liệu chậm; dùng SSD", "the disk or the database is slow; use an SSD");

    private static Diagnosis Within(JsonElement seen, string name, string subject, double most, string vi, string en, string whyVi, string whyEn)
    {
        if (!seen.GetProperty(name).TryGetProperty("p99Milliseconds", out var p99))
            return Diagnosis.Well(subject, $"{vi}: chưa có gì để đo.", $"{en}: nothing to measure of late.");
        var text = p99.GetDouble().ToString("0.##", CultureInfo.InvariantCulture);
        return p99.GetDouble() <= most ? Diagnosis.Well(subject, $"{vi}: {text} ms.", $"{en}: {text} ms.")
            : Diagnosis.Advice(subject, $"{vi}: {text} ms; {whyVi}.", $"{en}: {text} ms; {whyEn}.");
    }

    /// <summary>Nothing while the store does not answer: its part says so.</summary>
    private static IEnumerable<Diagnosis> Unsealed(JsonElement seen)
    {
        if (!seen.TryGetProperty("unsealed", out var count)) yield break;
        var waiting = count.GetInt32();
        yield return waiting <= ManyUnsealed ? Diagnosis.Well("unsealed", $"{waiting} sự kiện chờ niêm phong.", $"{waiting} events wait to be sealed.")
            : Diagnosis.Advice("unsealed", $"{waiting} sự kiện chờ niêm phong; xem nhật ký của máy chủ và tệp seal.key.",
                $"{waiting} events wait to be sealed; see the server's log and the file seal.key.");
    }
}
