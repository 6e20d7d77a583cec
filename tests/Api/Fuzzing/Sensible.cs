using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>Makes requests that somebody in their right mind might send.</summary>
internal sealed class Sensible(Dice dice, Vocabulary known)
{
    /// <summary>How bodies are written: text as text.</summary>
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Days = ["2026-03-15", "2024-02-29", "2020-01-01", "2025-07-01", "1994", "2026-03", "2027-02-05", "unknown"];

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["on"] = Days, ["since"] = Days, ["from"] = Days, ["to"] = Days, ["day"] = Days, ["dueFrom"] = Days, ["dueBefore"] = Days,
        ["known"] = ["2026-03-15T12:00:00+07:00", "2026-03-15T05:00:00Z", "2026-03-15"],
        ["count"] = ["true", "false"], ["dryRun"] = ["true", "false"], ["lost"] = ["false"], ["format"] = ["csv", "xlsx", "json", "html", "pem"],
        ["lang"] = ["vi", "en"],
        ["map"] = ["agreements", "milestones", "progress", "agreement-list", "twin-cities"], ["by"] = ["month", "quarter", "year"], ["version"] = ["1", "2"],
        ["size"] = ["1", "2", "10", "100"],
        ["minutes"] = ["1", "60"], ["limit"] = ["1", "50", "500"], ["year"] = ["2025", "2026", "2027"], ["number"] = ["1"], ["file"] = ["danh-sach.csv"],
        ["dates"] = ["day-first", "month-first"],
        ["token"] = ["cg_none"], ["slug"] = ["vn"],
    };

    /// <summary>A request for an operation.</summary>
    public Asked For(Operation operation, int number)
    {
        var asked = Asked.Of(operation.Method, Target(operation)) with { As = Who(operation) };
        if (operation.IsPage) asked = asked.With("Accept: text/html");
        if (operation.Example is { } example) asked = asked.With("Content-Type: application/json") with { Body = Body(example) };
        else if (operation.TakesFile) asked = asked.With("Content-Type: text/csv") with { Body = Sheet() };
        else if (operation.Fields.Count > 0) asked = asked.With("Content-Type: application/x-www-form-urlencoded") with { Body = Form(operation) };
        if (operation.IsCommand && dice.OneIn(2)) asked = asked.With(FormattableString.Invariant($"Idempotency-Key: fuzz-{number}"));
        if (operation.IsCommand && dice.OneIn(10)) asked = asked.With(FormattableString.Invariant($"If-Match: \"{1 + dice.Below(6)}\""));
        return asked;
    }

    /// <summary>What a parameter of the path stands for.</summary>
    public string Segment(Operation operation, Parameter parameter)
    {
        if (parameter.Name is "id") return known.Id(operation.Subject is { Length: > 0 } subject ? subject : operation.Path.Split('/')[1]);
        return parameter.Name is "network" ? known.Id("networks") : Value(parameter);
    }

    /// <summary>A value of a parameter.</summary>
    public string Value(Parameter parameter)
    {
        var schema = parameter.Schema.TryGetProperty("items", out var items) ? items : parameter.Schema;
        if (schema.TryGetProperty("enum", out var names)) return dice.Of([.. names.EnumerateArray().Select(name => name.GetString()!)]);
        if (Values.TryGetValue(parameter.Name, out var values)) return dice.Of(values);
        if (schema.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.GetString() is "boolean") return dice.Of(Values["count"]);
        if (schema.TryGetProperty("format", out var format) && format.GetString() is "date") return dice.Of(Days);
        return parameter.Example is { } example && dice.OneIn(2) ? example : known.Word();
    }

    /// <summary>The first key is most often right, since it has every role; who proposed may not approve.</summary>
    private string Who(Operation operation) => operation.Path.Contains("approve", StringComparison.Ordinal) && !dice.OneIn(4) ? "approver"
        : dice.OneIn(8) ? dice.Of(["approver", "officer", "leader", "stranger", "nobody"]) : "admin";

    private string Target(Operation operation)
    {
        var path = operation.Path;
        foreach (var parameter in operation.InPath) path = path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(Segment(operation, parameter)), StringComparison.Ordinal);
        var query = operation.InQuery.Where(_ => dice.OneIn(4)).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(Value(parameter))}").ToList();
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    /// <summary>The example; sometimes a value of it is one that the server has used elsewhere.</summary>
    private string Body(JsonObject example)
    {
        var body = example.DeepClone();
        if (dice.OneIn(3) && Place.All(body) is { Count: > 0 } places && dice.Of(places) is var place && place.Of(body) is JsonValue old)
            place.Put(body, old.GetValueKind() is JsonValueKind.Number ? dice.Below(100) : old.GetValueKind() is JsonValueKind.String ? known.Word() : old.DeepClone());
        return body.ToJsonString(Json);
    }

    private string Form(Operation operation) =>
        string.Join('&', operation.Fields.Select(field =>
            $"{Uri.EscapeDataString(field)}={Uri.EscapeDataString(field.EndsWith("On", StringComparison.Ordinal) ? dice.Of(Days) : known.Word())}"));

    private string Sheet() => dice.Of([
        "Mã thỏa thuận,Cam kết,Cơ quan thực hiện,Mốc,Hạn mốc\nagr-2026-000001,Trao đổi giáo viên,Sở Giáo dục,Đoàn thứ nhất,9/2026\n",
        $"Tên thỏa thuận,Loại,Đối tác 1,Nước 1\n{known.Word()},mou,{known.Word()},VN\n",
        "city,country,twin_city,twin_country\nSơn La,Vietnam,Luang Prabang,Laos\n"]);
}
