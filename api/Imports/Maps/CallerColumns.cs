using CityGrains.Api.Problems;

namespace CityGrains.Api.Imports.Maps;

/// <summary>
/// What a caller says of the columns of one file: <c>column=signedOn:Ngày ký kết</c> gives a column its field, <c>ignore=Ghi chú</c> passes one over.
/// </summary>
internal static class CallerColumns
{
    /// <summary>The map as it reads that file.</summary>
    public static (ImportMap? Map, Problem? Fault) Apply(ImportMap map, IReadOnlyList<string> columns, IReadOnlyList<string> ignored)
    {
        if (columns.Count == 0 && ignored.Count == 0) return (map, null);
        var own = map.Columns.ToList();
        var known = ImportField.Of(map.Target);
        foreach (var said in columns)
        {
            var (field, name) = said.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (said[..colon].Trim(), said[(colon + 1)..].Trim())
                : (said, "");
            if (name.Length == 0 || !known.Contains(field, StringComparer.Ordinal)) return (null, Wrong(said, known));
            for (var i = 0; i < own.Count; i++) own[i] = own[i].Without(name);
            var at = own.FindIndex(column => column.Field == field);
            if (at < 0) own.Add(new MapColumn { Field = field, Vi = [name] });
            else own[at] = own[at] with { Vi = [.. own[at].Vi, name] };
        }

        return (map with { Columns = own, Ignored = [.. map.Ignored, .. ignored] }, null);
    }

    private static Problem Wrong(string said, IReadOnlyList<string> known) => FileProblem.Bad("bad-column",
        $"column='{said}' không dùng được.", $"column='{said}' cannot be used.",
        $"Viết column=trường:Tên cột trong tệp. Các trường: {string.Join(", ", known)}.",
        $"Write column=field:Name of the column in the file. Fields: {string.Join(", ", known)}.");
}
