using CityGrains.Api.Imports.Cells;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Edits;

/// <summary>
/// A row for each activity: permission was applied for, it was given other days or another place, it took place (on the days, at the place, with the reach
/// that the row says), its result was reported, or it was cancelled.
/// </summary>
/// <param name="countries">What countries are called.</param>
internal sealed class ActivityEdits(CountryDirectory countries) : IEditPlan<Activity, ActivityCommand>
{
    public void Check(Activity activity, EditRow row)
    {
        row.Must(EditField.Kind, Vocabulary.ActivityKinds, activity.Kind, Unchangeable.Planned);
        row.Must(EditField.Title, activity.Title, Unchangeable.Planned);
        row.Must(EditField.Organiser, activity.Organiser, Unchangeable.Planned);
        row.Must(EditField.Office, activity.Office, Unchangeable.Planned);
        row.Must(EditField.International, Vocabulary.YesNo, Vocabulary.Said(activity.International), Unchangeable.Planned);
        row.MustStay(EditField.State, EditField.Kind, EditField.International, EditField.From);
        if (activity.AppliedOn is not null) row.MustStay(EditField.AppliedOn);
        if (activity.Results is [.., var last])
        {
            row.MustStay(EditField.Summary, EditField.ReportedOn);
            if (last.Reference is not null) row.MustStay(EditField.ReportReference);
        }

        var said = row.Word(EditField.State, Vocabulary.ActivityStates, activity.State);
        row.Must(EditField.State, MayBecome(activity, said, row), Unchangeable.ActivityState(said));
        if (IsHeld(activity, said)) ReachCells.Read(row);
        else Unheld(activity, said, row);
    }

    public EditStep<ActivityCommand>? Next(Activity activity, EditRow row)
    {
        var said = row.Word(EditField.State, Vocabulary.ActivityStates, activity.State);
        if (row.Differs(EditField.AppliedOn, activity.AppliedOn))
            return new(new ApplyForActivity(row.Date(EditField.AppliedOn)!.Value)) { Field = EditField.AppliedOn };
        if (activity.State is ActivityState.Planned && said is ActivityState.Cancelled)
            return new(new CancelActivity(row.Text(EditField.Reason) ?? "")) { Field = EditField.State };
        if (IsHeld(activity, said)) return new(Hold(activity, row)) { Field = EditField.State };
        if (IsPlanned(activity, said) && Move(activity, row) is { } move) return new(move) { Field = EditField.From };
        return Reports(activity, row) || (activity.State is ActivityState.Held && said is ActivityState.Reported)
            ? new(Report(row)) { Field = EditField.Summary } : null;
    }

    public string? FieldOf(string path) => path switch
    {
        "days.from" => EditField.From,
        "days.to" => EditField.To,
        "place.name" => EditField.Place,
        "place.country" => EditField.Country,
        "ground" => EditField.Reason,
        "reference" => EditField.ReportReference,
        _ when path.StartsWith("reach", StringComparison.Ordinal) => path.EndsWith("value", StringComparison.Ordinal) ? EditField.Count : EditField.Reach,
        _ => path,
    };

    /// <summary>A row that brought a result in says still that the activity was held; that it has been reported since is what the row did.</summary>
    private static bool MayBecome(Activity activity, ActivityState said, EditRow row) => said == activity.State || (activity.State, said) switch
    {
        (ActivityState.Planned, not ActivityState.Unrecorded) or (ActivityState.Held, ActivityState.Reported) => true,
        (ActivityState.Reported, ActivityState.Held) => row.Text(EditField.Summary) is not null && !Reports(activity, row),
        _ => false,
    };

    private static bool IsHeld(Activity activity, ActivityState said) =>
        activity.State is ActivityState.Planned && said is ActivityState.Held or ActivityState.Reported;

    private static bool IsPlanned(Activity activity, ActivityState said) => activity.State is ActivityState.Planned && said is ActivityState.Planned;

    private RescheduleActivity? Move(Activity activity, EditRow row)
    {
        var (days, place) = (DaysOf(activity, row), Place(activity, row));
        return days == activity.Days && place is null ? null : new RescheduleActivity(days, row.Text(EditField.Reason) ?? "") { Place = place };
    }

    private HoldActivity Hold(Activity activity, EditRow row) => new(DaysOf(activity, row))
    {
        Place = Place(activity, row),
        Reach = ReachCells.Read(row),
    };

    private static RecordActivityResult Report(EditRow row) => new(row.Text(EditField.Summary) ?? "", row.Date(EditField.ReportedOn) ?? DateOfRecord.Unknown)
    {
        Reference = row.Text(EditField.ReportReference),
    };

    private static bool Reports(Activity activity, EditRow row)
    {
        var last = activity.Results is [.., var result] ? result : null;
        return row.Differs(EditField.Summary, last?.Summary ?? "") || row.Differs(EditField.ReportedOn, last?.ReportedOn)
            || row.Differs(EditField.ReportReference, last?.Reference ?? "");
    }

    /// <summary>Reach is told when it is held, and stays; days and place stay as well, unless it is still planned.</summary>
    private void Unheld(Activity activity, ActivityState said, EditRow row)
    {
        foreach (var (field, recorded) in ReachCells.Of(activity.Reach)) row.Must(field, ReachCells.Same(row, field, recorded), Unchangeable.Days);
        if (IsPlanned(activity, said))
        {
            if (activity.Place is not null) row.MustStay(EditField.Place);
            return;
        }

        row.Must(EditField.From, activity.Days.From, Unchangeable.Days);
        row.Must(EditField.To, activity.Days.To, Unchangeable.Days);
        row.Must(EditField.Place, activity.Place?.Name ?? "", Unchangeable.Days);
        row.Must(EditField.Country, !IsElsewhere(activity, row), Unchangeable.Days);
    }

    private static Days DaysOf(Activity activity, EditRow row) => new(
        row.Date(EditField.From) ?? activity.Days.From, row.Date(EditField.To) ?? (row.Erased(EditField.To) ? null : activity.Days.To));

    private Place? Place(Activity activity, EditRow row)
    {
        var elsewhere = IsElsewhere(activity, row);
        if (!elsewhere && !row.Differs(EditField.Place, activity.Place?.Name ?? "")) return null;
        var country = !elsewhere ? activity.Place?.Country : row.Text(EditField.Country) is { } written ? countries.Resolve(written) : null;
        return new Place(row.Text(EditField.Place) ?? activity.Place?.Name ?? "", country);
    }

    private bool IsElsewhere(Activity activity, EditRow row) => activity.Place?.Country is { } country
        ? row.Differs(EditField.Country, countries.NameOf(country.Key, vietnamese: true), countries.NameOf(country.Key, vietnamese: false))
        : row.Differs(EditField.Country, "");
}
