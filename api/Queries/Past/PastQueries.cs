using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Due;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Offices;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Queries.Past;

/// <summary>Looks back at each kind of record.</summary>
internal static class PastQueries
{
    /// <summary>At agreements.</summary>
    public static IPastQuery Agreements(IJournal journal, ViewMaker views, Viewpoints viewpoints) => new PastQuery<Agreement, AgreementEvent, AgreementView>(
        journal, RecordTypes.Agreement, RecordProblems.NoSuchAgreement, agreement => agreement.Exists,
        async (agreement, when, cancel) => views.Whole(agreement, await viewpoints.Of(when, cancel)) with { AsOf = AsOfView.Of(when) },
        ViewJson.Default.AgreementView);

    /// <summary>At cities.</summary>
    public static IPastQuery Cities(IJournal journal, ViewMaker views) => new PastQuery<City, CityEvent, CityView>(
        journal, RecordTypes.City, RecordProblems.NoSuchCity, city => city.Exists,
        (city, when, _) => ValueTask.FromResult(views.Whole(city) with { AsOf = AsOfView.Of(when) }), ViewJson.Default.CityView);

    /// <summary>At offices.</summary>
    public static IPastQuery Offices(IJournal journal) => new PastQuery<Office, OfficeEvent, OfficeView>(
        journal, RecordTypes.Office, RecordProblems.NoSuchOffice, office => office.Exists,
        (office, when, _) => ValueTask.FromResult(OfficeViews.Whole(office) with { AsOf = AsOfView.Of(when) }), ViewJson.Default.OfficeView);

    /// <summary>At activities.</summary>
    public static IPastQuery Activities(IJournal journal, ViewMaker views) => new PastQuery<Activity, ActivityEvent, ActivityView>(
        journal, RecordTypes.Activity, RecordProblems.NoSuchActivity, activity => activity.Exists,
        (activity, when, _) => ValueTask.FromResult(views.Whole(activity) with { AsOf = AsOfView.Of(when) }), ViewJson.Default.ActivityView);
}
