using System.Globalization;
using CityGrains.Api.Problems;
using CityGrains.Domain.Checks;

namespace CityGrains.Api.Queries;

/// <summary>
/// Reads the parameters of a query one by one, and names everything that is wrong with them at once. An empty parameter is one left out, as forms send it.
/// </summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private const int LongestPage = 500;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>What was found wrong.</summary>
    public FieldChecks Faults { get; } = new();

    /// <summary>For routes without parameters: one that is sent all the same must not vanish silently.</summary>
    public static Problem? None(HttpRequest request) => request.Query.Count == 0 ? null : new QueryReader(request.Query).End();

    /// <summary>The values of a parameter that may be repeated. NUL is in no text that is kept, and PostgreSQL cannot be asked for it.</summary>
    public IReadOnlyList<string> Values(string name)
    {
        _known.Add(name);
        var values = query[name].OfType<string>().Where(value => value.Length > 0).ToList();
        var hasNul = values.Exists(value => value.Contains('\0', StringComparison.Ordinal));
        Faults.Must(!hasNul, name, "có ký tự NUL", "has a NUL character");
        return hasNul ? [] : values;
    }

    /// <summary>The value of a parameter that stands once; null when it is left out.</summary>
    public string? Value(string name)
    {
        var values = Values(name);
        Faults.Must(values.Count <= 1, name, "chỉ gửi một lần", "must be sent once");
        return values.Count > 0 ? values[0] : null;
    }

    /// <summary>A page's length.</summary>
    public int Limit(int otherwise)
    {
        if (Value("limit") is not { } text) return otherwise;
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LongestPage;
        Faults.Must(read, "limit", $"phải từ 1 đến {LongestPage}", $"must be 1 to {LongestPage}");
        return read ? limit : otherwise;
    }

    /// <summary>A whole number; null when it is left out.</summary>
    public long? Number(string name, long least)
    {
        if (Value(name) is not { } text) return null;
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least;
        Faults.Must(read, name, $"phải là số nguyên từ {least}", $"must be a whole number from {least} up");
        return read ? number : null;
    }

    /// <summary>A day, as it is written in a query.</summary>
    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A yes or no that may be left open; null when it is left out.</summary>
    public bool? YesOrNo(string name)
    {
        var text = Value(name);
        Faults.Must(text is null or "true" or "false", name, "phải là true hoặc false", "must be true or false");
        return text switch { "true" => true, "false" => false, _ => null };
    }

    /// <summary>A yes or no; no when it is left out.</summary>
    public bool Flag(string name) => YesOrNo(name) is true;

    /// <summary>Names the parameters nobody asked for, then says what is wrong; null when nothing is.</summary>
    public Problem? End()
    {
        var (vi, en) = _known.Count == 0
            ? ("đường dẫn này không có tham số nào", "this path takes none")
            : ($"các tham số: {string.Join(", ", _known)}", $"the parameters are: {string.Join(", ", _known)}");
        foreach (var unknown in query.Keys.Where(key => !_known.Contains(key)).Take(Problem.MostFaults))
        {
            var name = unknown.Length > 60 ? unknown[..60] + "…" : unknown;
            Faults.Must(holds: false, name, $"không có tham số này; {vi}", $"is unknown; {en}");
        }

        return Faults.Faults.Count > 0 ? QueryProblems.Invalid(Faults.Faults) : null;
    }
}
