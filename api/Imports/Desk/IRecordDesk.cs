using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Desk;

/// <summary>Where the commands of an import go: into the record, or, for a trial, only as far as the decision.</summary>
internal interface IRecordDesk
{
    /// <summary>Enters a city.</summary>
    Task<Verdict> Register(string id, RegisterCity city, CommandContext context);

    /// <summary>Enters an agreement.</summary>
    Task<Verdict> Register(string id, RegisterLegacyAgreement agreement, CommandContext context);
}
