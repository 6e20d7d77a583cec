using System.Text.RegularExpressions;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Pages.Audit;

/// <summary>From where a record is looked at: as it was on a day, as it was known at an instant.</summary>
/// <param name="When">The look back; of now where nothing is asked.</param>
/// <param name="On">The day as the form's field has it; empty: today.</param>
/// <param name="Known">The instant likewise; empty: now.</param>
/// <param name="Faults">What is wrong with what was asked.</param>
public sealed partial record Standpoint(AsOf When, string On, string Known, IReadOnlyList<FieldFault> Faults)
{
    /// <summary>True when it is another than that of now.</summary>
    public bool IsPast => When.On is not null || When.Known is not null;

    /// <summary>Reads one from two parameters. An instant without an offset, as browsers' forms send it, is of Vietnam.</summary>
    internal static Standpoint Read(string? on, string? known)
    {
        var asked = new QueryReader(Asking.Of((AsOfReader.On, on), (AsOfReader.Known, known is not null && Local().IsMatch(known) ? known + "+07:00" : known)));
        return new Standpoint(asked.AsOf() ?? new AsOf(On: null, Known: null), on ?? "", known ?? "", asked.Faults.Faults);
    }

    /// <summary>
    /// True when an event counts from here: it was recorded by then, and does not certainly lie after the day. A correction says what was so all along.
    /// </summary>
    public bool Counts(RecordedEvent recorded) =>
        !(RecordedEvent.Instant(recorded.RecordedAt) > When.Known)
        && (When.On is not { } day || !DateOfRecord.Parse(recorded.OccurredOn).IsAfter(day) || EventNames.TypeOf(recorded.Type) == typeof(RecordCorrected));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Local();
}
