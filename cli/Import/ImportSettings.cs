namespace CityGrains.Cli.Import;

/// <summary>What is to be imported where.</summary>
/// <param name="File">The CSV or XLSX file.</param>
/// <param name="Map">How its rows are read.</param>
/// <param name="Server">Where the server listens.</param>
/// <param name="Data">The server's data folder, for its admin key.</param>
/// <param name="DryRun">A trial: nothing is written to the record.</param>
/// <param name="Refused">File for the refused rows; null: named after the file, in the current folder.</param>
internal sealed record ImportSettings(FileInfo File, string Map, Uri Server, DirectoryInfo Data, bool DryRun, FileInfo? Refused)
{
    /// <summary>What more the server is told of the file, as it goes into the query: <c>&amp;sheet=…</c>.</summary>
    public string More { get; init; } = "";
}
