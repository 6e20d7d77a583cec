using CityGrains.Api.Imports.Cells;

namespace CityGrains.Api.Pages.Importing;

/// <summary>How a person says a file is to be read.</summary>
/// <param name="Map">Name of the map; null: recognise it.</param>
internal sealed record ImportChoice(string? Map)
{
    /// <summary>The sheet of a workbook; null: the one that fits.</summary>
    public string? Sheet { get; init; }

    /// <summary>What stands first in dates that do not say.</summary>
    public DateOrder Dates { get; init; }

    /// <summary>Columns that mean another field than their name says, <c>signedOn:Ngày ký kết</c>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns to pass over.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];
}
