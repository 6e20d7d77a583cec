using Microsoft.AspNetCore.Components;

namespace CityGrains.Api.Pages.Reading;

/// <summary>A page that shows one thing, read before it is rendered.</summary>
/// <typeparam name="T">What it shows.</typeparam>
public abstract class PageOf<T> : ComponentBase
{
    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public T Model { get; set; } = default!;

    /// <summary>Who reads.</summary>
    [Inject]
    public Reader Reader { get; set; } = null!;
}
