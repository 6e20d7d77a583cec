namespace CityGrains.Cli.Import;

/// <summary>What the person at the other end sees while an import runs.</summary>
internal interface IScreen : IDisposable
{
    /// <summary>Shows an import while it runs.</summary>
    Task<T> Show<T>(string title, Func<Task<T>> import);

    /// <summary>How far it is.</summary>
    void Progress(int rows, int of);

    /// <summary>A row that was not simply accepted, in one line; it is shown with those that ended alike, when the import has ended.</summary>
    void Row(string outcome, string line);

    /// <summary>Something else, after the import.</summary>
    void Say(string line);
}
