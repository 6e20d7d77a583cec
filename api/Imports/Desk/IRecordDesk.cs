using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Desk;

/// <summary>Where the commands of an import go: into the record, or, for a trial, only as far as the decision.</summary>
internal interface IRecordDesk
{
    /// <summary>Enters a city that was not in the record when the import began.</summary>
    Task<Verdict> Register(string id, RegisterCity city, CommandContext context);

    /// <summary>Enters an agreement.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="agreement">What is known of it.</param>
    /// <param name="isNew">It is hardly in the record; the answer is the same, sooner where that is right.</param>
    /// <param name="context">Who enters it, and on what ground.</param>
    Task<Verdict> Register(string id, RegisterLegacyAgreement agreement, bool isNew, CommandContext context);
}
