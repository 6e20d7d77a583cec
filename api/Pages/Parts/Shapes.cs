using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;

namespace CityGrains.Api.Pages.Parts;

/// <summary>The shape that stands beside the word of a state, so that none is told by its colour alone.</summary>
internal static class Shapes
{
    /// <summary>The shape of a legal state.</summary>
    public static string Of(LegalState state) => state switch
    {
        LegalState.Proposed or LegalState.Consulting or LegalState.Escalated or LegalState.Approved => "prepared",
        LegalState.Signed or LegalState.InEffect => "signed",
        LegalState.Planned => "planned",
        LegalState.Implementing => "implementing",
        LegalState.Implemented => "implemented",
        LegalState.Suspended => "suspended",
        _ => "ended",
    };

    /// <summary>The shape of an activity's state.</summary>
    public static string Of(ActivityState state) => state switch
    {
        ActivityState.Planned => "planned",
        ActivityState.Held => "implementing",
        ActivityState.Reported => "implemented",
        _ => "ended",
    };

    /// <summary>How it is drawn, in a square of 16: what is filled, and whether a ring is around it.</summary>
    public static (string Path, bool Ring) Drawing(string shape) => shape switch
    {
        "prepared" => ("M8 6.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z", true),
        "signed" => ("M8 2a6 6 0 0 0 0 12z", true),
        "planned" => ("M8 8V2a6 6 0 0 1 6 6z", true),
        "implementing" => ("M8 2a6 6 0 0 1 0 12z", true),
        "implemented" => ("M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z", true),
        "suspended" => ("M4 2h3v12h-3zM9 2h3v12h-3z", false),
        "late" => ("M8 1.5L15 14H1z", false),
        "noticed" => ("M8 1l7 7l-7 7l-7-7z", false),
        "done" => ("M2.5 8.5l3.5 4l7.5-9l-1.2-1.1l-6.4 7.4l-2.2-2.5z", false),
        "ended" => ("", true),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such shape."),
    };
}
