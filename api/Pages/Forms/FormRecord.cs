using CityGrains.Api.Commands;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Requests;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.Forms;

/// <summary>What a form is about where it is no agreement: a city, a membership of it, an activity, an office.</summary>
/// <param name="Subject">What sort of record.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is called.</param>
public sealed record FormRecord(Subject Subject, string Id, string Title)
{
    /// <summary>The network whose membership it is about; null where it is about the record itself.</summary>
    public string? Network { get; init; }

    /// <summary>What sources claim of it.</summary>
    public IReadOnlyList<ClaimedFact> Claims { get; init; } = [];

    /// <summary>Facts that sources can be asked about, beside those that were.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>What was asked about it.</summary>
    public IReadOnlyList<FeedbackRequest> Requests { get; init; } = [];

    /// <summary>Ids and names of those that follow it.</summary>
    public IReadOnlyList<(string Id, string Name)> Successors { get; init; } = [];

    /// <summary>Where its forms are.</summary>
    public string Path => Network is null ? $"/{Subject.Name}/{Id}" : $"/{Subject.Name}/{Id}/memberships/{Network}";

    /// <summary>Its page.</summary>
    public string Page => $"/{Subject.Name}/{Id}";

    /// <summary>Its stream.</summary>
    public StreamId Stream => new(Subject == Subject.City ? StreamKind.City : Subject == Subject.Activity ? StreamKind.Activity : StreamKind.Office, Id);
}
