using CityGrains.Domain.Record;

namespace CityGrains.Silo.Settings;

/// <summary>Something whoever runs the program can set; docs/configuration.md lists them all.</summary>
/// <param name="Name">Its name, <c>CityGrains:Limits:PerKey</c>.</param>
/// <param name="Usually">What holds where nothing is set, as people read it.</param>
/// <param name="Takes">What it takes, as the end of a sentence: "takes …".</param>
/// <param name="What">What it is for.</param>
public abstract record Setting(string Name, string Usually, Sentence Takes, Sentence What)
{
    /// <summary>The section all of the program's own lie in; whatever else is found there is a mistake.</summary>
    public const string Section = "CityGrains";

    /// <summary>The variable of the environment, and the file among secrets, that sets it.</summary>
    public string Variable => Name.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The option of the command line that sets it, <c>--port</c>; null: none does.</summary>
    public string? Option { get; init; }

    /// <summary>True where its value is shown to nobody.</summary>
    public bool IsSecret { get; init; }

    /// <summary>True where the names below it are the operator's own, <c>CityGrains:Oidc:Roles:fa-officers</c>.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Says that it cannot be this.</summary>
    public Sentence Refuse(string text)
    {
        var name = Option is null ? Variable : $"{Variable} ({Option})";
        return IsSecret ? new Sentence($"{name} nhận {Takes.Vi}.", $"{name} takes {Takes.En}.")
            : new Sentence($"{name} nhận {Takes.Vi}, không phải '{text}'.", $"{name} takes {Takes.En}, not '{text}'.");
    }
}

/// <summary>A setting with the type of its value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Usual">What holds where nothing is set.</param>
/// <param name="Usually">The same, as people read it.</param>
/// <param name="TryRead">Reads a value.</param>
/// <param name="Takes">What it takes.</param>
/// <param name="What">What it is for.</param>
public sealed record Setting<T>(string Name, T Usual, string Usually, TryRead<T> TryRead, Sentence Takes, Sentence What) : Setting(Name, Usually, Takes, What);

/// <summary>Reads a value; false where the text is none.</summary>
public delegate bool TryRead<T>(string text, out T value);
