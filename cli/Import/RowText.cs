namespace CityGrains.Cli.Import;

/// <summary>What became of a row, in one line: outcome, line, column, value, reason.</summary>
internal static class RowText
{
    public static string Of(ReportedRow row, bool vietnamese)
    {
        var (line, column, value) = vietnamese ? ("dòng", "cột", "giá trị") : ("line", "column", "value");
        var where = row.Column is null ? "" : $", {column} {row.Column}, {value} \"{row.Value}\"";
        var record = row.DuplicateOf is null ? "" : $" {row.Record}";
        return Printable(FormattableString.Invariant($"{Word(row.Outcome, vietnamese)}: {line} {row.Line}{where}: {row.Reason.In(vietnamese)}{record}"));
    }

    /// <summary>How a row ended, in a word.</summary>
    public static string Word(string outcome, bool vietnamese) => !vietnamese ? outcome : outcome switch
    {
        "refused" => "từ chối",
        "duplicate" => "trùng",
        "remark" => "lưu ý",
        "planned" => "sẽ ghi",
        _ => outcome,
    };

    /// <summary>One line whatever the row holds, and nothing that a terminal obeys.</summary>
    private static string Printable(string text) => string.Create(text.Length, text, (line, from) =>
    {
        for (var i = 0; i < from.Length; i++) line[i] = char.IsControl(from[i]) ? ' ' : from[i];
    });
}
