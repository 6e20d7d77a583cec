using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Maps;

/// <summary>Which field a column that a map does not know may mean, by the likeness of names (Dice's coefficient of letter pairs).</summary>
internal static class ColumnProposal
{
    private const double LikeEnough = 0.5;

    /// <summary>What to do about a column: the likeliest of the fields no other column has, or to pass it over.</summary>
    public static FieldFault Of(string name, IEnumerable<MapColumn> free)
    {
        var skip = $"{ImportQuestion.Ignore}={name}";
        if (Likeliest(name, free) is not { } column)
            return new FieldFault(name, new Sentence($"không rõ là trường nào; bỏ qua bằng {skip}", $"means no field that is known; pass it over by {skip}"));
        var take = $"{ImportQuestion.Column}={column.Field}:{name}";
        return new FieldFault(name, new Sentence(
            $"có lẽ là '{column.Label}': nhập với {take}; hoặc bỏ qua bằng {skip}", $"may be '{column.Label}': import with {take}; or pass it over by {skip}"));
    }

    /// <summary>The column that the name is most like; null where it is like none.</summary>
    public static MapColumn? Likeliest(string name, IEnumerable<MapColumn> free) =>
        free.Select(column => (Column: column, Likeness: column.Names.Max(known => Likeness(known, name)))).OrderByDescending(column => column.Likeness)
            .FirstOrDefault()
            is { Likeness: >= LikeEnough } likely ? likely.Column : null;

    private static double Likeness(string one, string other)
    {
        var (left, right) = (Pairs(one), Pairs(other));
        return left.Count + right.Count == 0 ? 0 : 2.0 * left.Intersect(right, StringComparer.Ordinal).Count() / (left.Count + right.Count);
    }

    private static HashSet<string> Pairs(string name)
    {
        var folded = SearchText.Fold(name);
        return [.. Enumerable.Range(0, Math.Max(0, folded.Length - 1)).Select(i => folded.Substring(i, 2))];
    }
}
