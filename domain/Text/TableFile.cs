namespace CityGrains.Domain.Text;

/// <summary>
/// A small table that people edit: CSV with a known header (or a longer one that says more), comments after #, errors that name the line and the way out in
/// both languages.
/// </summary>
internal sealed class TableFile(TextReader file, string name, string header, string? longer = null)
{
    /// <summary>The lines after the header with their numbers from 1; comments and blank lines left out.</summary>
    /// <exception cref="FormatException">The header is another.</exception>
    public IEnumerable<(int Number, string Line)> Lines()
    {
        var headed = false;
        for (var number = 1; file.ReadLine() is { } line; number++)
        {
            line = line.Trim('\uFEFF', ' ', '\t');
            if (line.Trim(',').Length == 0 || line.TrimStart('"').StartsWith('#')) continue;
            if (headed) yield return (number, line);
            else headed = line == header || line == longer ? true : throw Bad(number, line, $"dòng đầu phải là {header}", $"the first line must be {header}");
        }

        if (!headed) throw Bad(1, "", $"dòng đầu phải là {header}", $"the first line must be {header}");
    }

    /// <summary>What is wrong with a line, and how to mend it.</summary>
    public FormatException Bad(int number, string line, string vi, string en) =>
        new($"{name}, line {number}, \"{line}\": {en}. / {name}, dòng {number}: {vi}.");
}
