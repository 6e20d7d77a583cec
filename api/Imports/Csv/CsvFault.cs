namespace CityGrains.Api.Imports.Csv;

/// <summary>Why the text of a file cannot be read as CSV.</summary>
internal enum CsvFaultKind
{
    /// <summary>A byte is not UTF-8.</summary>
    NotUtf8,

    /// <summary>A quote was opened and never closed.</summary>
    QuoteNeverClosed,

    /// <summary>Text follows a closing quote: a quote inside quotes was not doubled.</summary>
    TextAfterQuote,

    /// <summary>A row is longer than any real one.</summary>
    RowTooLong,
}

/// <summary>Why the text of a file cannot be read as CSV, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column in characters, from 1.</param>
/// <param name="Byte">The byte that is not UTF-8, where that is what is wrong.</param>
internal sealed record CsvFault(CsvFaultKind Kind, int Line, int Column, byte? Byte = null);
