using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGrains.Api.Calendars;
using CityGrains.Api.Digests;
using CityGrains.Api.Operating;
using CityGrains.Api.Portfolios;
using CityGrains.Api.Queries.Due;
using CityGrains.Api.Queries.Views;
using CityGrains.Api.Reports;
using CityGrains.Domain.Activities;
using CityGrains.Api.Requests;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Reports;
using CityGrains.Domain.Requests;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Json;

/// <summary>How views are written; the values as the journal writes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(DateOfRecordConverter), typeof(LegalStateConverter), typeof(KebabEnumConverter<Progress>),
        typeof(KebabEnumConverter<ChangeKind>), typeof(KebabEnumConverter<ChangeState>), typeof(KebabEnumConverter<Exemption>),
        typeof(KebabEnumConverter<SuccessionExtent>),
        typeof(MembershipStateConverter), typeof(KebabEnumConverter<CityEndingKind>), typeof(KebabEnumConverter<ActivityKind>),
        typeof(KebabEnumConverter<ActivityState>),
        typeof(KebabEnumConverter<AgreementKind>), typeof(KebabEnumConverter<PartyType>), typeof(KebabEnumConverter<ConsultationProcedure>),
        typeof(KebabEnumConverter<Opinion>), typeof(KebabEnumConverter<MilestoneStatus>), typeof(KebabEnumConverter<Qualifier>),
        typeof(KebabEnumConverter<OfficeLevel>), typeof(KebabEnumConverter<OfficeRole>), typeof(KebabEnumConverter<LifeStep>),
        typeof(KebabEnumConverter<AnnualMeasure>), typeof(KebabEnumConverter<NoticeKind>),
        typeof(KebabEnumConverter<FlagKind>), typeof(KebabEnumConverter<ClaimStanding>), typeof(KebabEnumConverter<RequestStanding>)])]
[JsonSerializable(typeof(AgreementView))]
[JsonSerializable(typeof(Page<AgreementItem>))]
[JsonSerializable(typeof(Page<MilestoneItem>))]
[JsonSerializable(typeof(CityView))]
[JsonSerializable(typeof(Page<CityItem>))]
[JsonSerializable(typeof(ActivityView))]
[JsonSerializable(typeof(Page<ActivityItem>))]
[JsonSerializable(typeof(NetworksView))]
[JsonSerializable(typeof(NetworkView))]
[JsonSerializable(typeof(Page<MemberItem>))]
[JsonSerializable(typeof(VersionedPage<IndicatorPoint>))]
[JsonSerializable(typeof(SuccessorsView))]
[JsonSerializable(typeof(PredecessorsView))]
[JsonSerializable(typeof(OfficeView))]
[JsonSerializable(typeof(Page<OfficeItem>))]
[JsonSerializable(typeof(CalendarList))]
[JsonSerializable(typeof(DigestView))]
[JsonSerializable(typeof(Page<RequestItem>))]
[JsonSerializable(typeof(RequestStatistics))]
[JsonSerializable(typeof(Page<DeadlineView>))]
[JsonSerializable(typeof(SummaryView))]
[JsonSerializable(typeof(FunnelView))]
[JsonSerializable(typeof(TrendView))]
[JsonSerializable(typeof(AgingView))]
[JsonSerializable(typeof(MovedView))]
[JsonSerializable(typeof(OwedView))]
[JsonSerializable(typeof(ReportView))]
[JsonSerializable(typeof(CountedView))]
[JsonSerializable(typeof(AboutView))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(TelemetryView))]
public sealed partial class ViewJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; letters stay letters.</summary>
    static ViewJson() => Default = new ViewJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
