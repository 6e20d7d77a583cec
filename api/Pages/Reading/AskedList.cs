using Microsoft.AspNetCore.Http.Extensions;

namespace CityGrains.Api.Pages.Reading;

/// <summary>The question of a list, as it stands in the address bar.</summary>
internal static class AskedList
{
    /// <summary>The parameter that says from which page on.</summary>
    public const string After = "after";

    /// <summary>What is asked of a parameter; null when nothing is.</summary>
    public static string? Asked(this IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>The same question from another page on.</summary>
    public static string Link(this IQueryCollection query, string path, string? after)
    {
        var link = query.Only(name => name is not After);
        if (after is not null) link.Add(After, after);
        return path + link;
    }

    /// <summary>The whole list it asks for, as a file of the API.</summary>
    public static string Sheet(this IQueryCollection query, string path, string format, string language)
    {
        var link = query.Only(name => name is not (After or Sheets.SheetQuestion.FormatName or Sheets.SheetQuestion.LanguageName));
        link.Add(Sheets.SheetQuestion.FormatName, format);
        link.Add(Sheets.SheetQuestion.LanguageName, language);
        return path + link;
    }

    /// <summary>Some of its parameters, where they say something.</summary>
    public static QueryBuilder Only(this IQueryCollection query, Func<string, bool> isKept)
    {
        var link = new QueryBuilder();
        foreach (var (name, values) in query.Where(parameter => isKept(parameter.Key)))
            link.Add(name, values.OfType<string>().Where(value => value.Length > 0));
        return link;
    }
}
