using System.Globalization;
using System.Text.Json;
using CityGrains.Api.Imports.Cells;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Edits;

/// <summary>How many of what an activity reached, in three cells: <c>đại biểu; lượt theo dõi</c>, <c>500; 35000</c>, <c>gần; hơn</c>.</summary>
internal static class ReachCells
{
    private const char Between = ';';

    /// <summary>What the cells say; null where they say nothing. What is wrong with them is noted, once.</summary>
    public static IReadOnlyList<Reach>? Read(EditRow row)
    {
        var (what, counts, qualifiers) = (Parts(row, EditField.Reach), Parts(row, EditField.Count), Parts(row, EditField.Qualifier));
        if (what.Length + counts.Length + qualifiers.Length == 0) return null;
        if (row.Faults.Count == 0 && (counts.Length != what.Length || (qualifiers.Length > 0 && qualifiers.Length != what.Length)))
        {
            row.Fault(EditField.Count, "import/bad-cell", new Sentence(
                $"phải có một số và một mức chính xác (hoặc để trống) cho mỗi mục của “kết quả tiếp cận” ({what.Length}), cách nhau bằng “;”",
                $"must have a number, and a qualifier or none, for each thing that was reached ({what.Length}), separated by “;”"));
        }

        if (row.Faults.Count > 0) return null;
        return [.. what.Select((thing, i) => new Reach(thing, Number(row, counts[i]), qualifiers.Length == 0 ? Qualifier.Exact : Word(row, qualifiers[i])))];
    }

    /// <summary>What the cells of a reach that is recorded say.</summary>
    public static IEnumerable<(string Field, string Recorded)> Of(IReadOnlyList<Reach> reach) =>
    [
        (EditField.Reach, Joined(reach.Select(one => one.What))),
        (EditField.Count, Joined(reach.Select(one => Plain(one.Value)))),
        (EditField.Qualifier, Joined(reach.Select(one => Written(one.Qualifier)))),
    ];

    /// <summary>True when a cell says what is recorded, in whatever way; numbers of which nothing is said are exact.</summary>
    public static bool Same(EditRow row, string field, string recorded) => !row.Differs(field, recorded)
        || (row.Text(field) is null
            ? field == EditField.Qualifier && recorded.Split(Between, StringSplitOptions.TrimEntries).All(one => one == Written(Qualifier.Exact))
            : Joined(Parts(row, field).Select(part => Normal(field, part))) == recorded);

    private static string Normal(string field, string part) => field switch
    {
        EditField.Qualifier when Vocabulary.Qualifiers.Read(part) is { Fault: null, Value: var qualifier } => Written(qualifier),
        EditField.Count when decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => Plain(number),
        _ => part,
    };

    private static string Written(Qualifier qualifier) => JsonNamingPolicy.KebabCaseLower.ConvertName(qualifier.ToString());

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts);

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string[] Parts(EditRow row, string field) =>
        row.Text(field)?.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>35.000 is 35,000 to one reader and 35 to another: thousands are not parted.</summary>
    private static decimal Number(EditRow row, string text)
    {
        var point = text.IndexOfAny(['.', ',']);
        if ((point < 0 || text.Length - point is 2 or 3)
            && decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        row.Fault(EditField.Count, "import/bad-cell", new Sentence(
            $"có “{text}” không rõ là số nào; ghi không tách hàng nghìn, như 35000",
            $"has “{text}”, which is no clear number; write thousands together, as 35000"));
        return 0;
    }

    private static Qualifier Word(EditRow row, string text)
    {
        var (qualifier, fault) = Vocabulary.Qualifiers.Read(text);
        if (fault is not null) row.Fault(EditField.Qualifier, "import/bad-cell", fault);
        return qualifier;
    }
}
